/**
 * Posting, the hottest verb: written for many calls at once. The client names the message, so a retried send is the same
 * send: a known id of the same author and room answers with the message that is there.
 */
import { messages } from "@althing/contract";
import { v7 as uuidv7 } from "uuid";
import { requireAccount } from "../../../kernel/actor.ts";
import type { BatchAction } from "../../../kernel/binding.ts";
import { accessOf, type Call } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { type Attachable, findAttachable, takeFiles } from "../../files/index.ts";
import { type Composed, compose, findNamed, type NamedInRooms, parseMessage } from "../composing.ts";
import type { ParsedMessage } from "../markdown/index.ts";
import { requireLength, requireTimely } from "../policy.ts";
import { messageOf, type Posting, postAll } from "../posting.ts";
import { lockByIds } from "../store/messages.ts";
import type { MessageRow } from "../tables.ts";
import { viewMessage } from "../views.ts";

type SendCall = Call<typeof messages.sendMessage>;
type Context = {
  /** Messages that are there already under ids of this batch. */
  known: Map<string, { roomId: string; authorId: string; answer: () => messages.Message }>;
  parents: Map<string, MessageRow>;
  parsed: Map<SendCall, ParsedMessage>;
  named: NamedInRooms;
  /** Files that these calls may take; taken out by the call that does. */
  files: Map<string, Attachable>;
};
type Plan = { kind: "known"; answer: () => messages.Message } | ({ kind: "new" } & Posting);

export const sendMessage: BatchAction<typeof messages.sendMessage, Context, Plan> = {
  shard: ({ input }) => input.roomId,
  load,
  decide,
  store,
};

async function load(tx: ReadTx, calls: readonly SendCall[]): Promise<Context> {
  const parsed = new Map(calls.map((call) => [call, parseMessage(call.input.body)]));
  const named = await findNamed(
    tx,
    [...parsed].map(([call, text]) => ({
      roomId: call.input.roomId,
      workspaceId: accessOf(call).workspaceId,
      parsed: text,
    })),
  );
  const files = await findAttachable(tx as WriteTx, [...new Set(calls.flatMap(({ input }) => input.attachmentIds))]);
  const ids = calls.flatMap(({ input }) => [input.id, input.parentId].filter((id) => id !== undefined));
  const rows = new Map((await lockByIds(tx as WriteTx, [...new Set(ids)])).map((row) => [row.id, row]));
  const authors = new Map(
    calls.map(({ actor }) => [requireAccount(actor).account.id as string, requireAccount(actor).account]),
  );
  return {
    known: new Map(
      [...rows.values()].map((row) => [
        row.id,
        { roomId: row.room_id, authorId: row.author_id, answer: () => viewMessage(row, authors.get(row.author_id)) },
      ]),
    ),
    parents: rows,
    parsed,
    named,
    files,
  };
}

function decide(call: SendCall, context: Context, now: Date): Plan {
  const { input } = call;
  const { account } = requireAccount(call.actor);
  const id = input.id;
  const known = id && context.known.get(id);
  if (known) {
    if (known.roomId !== input.roomId || known.authorId !== account.id) fail(messages.MessageIdTaken);
    return { kind: "known", answer: known.answer };
  }
  if (id) requireTimely(id, now);
  requireLength(input.body);
  requireAnswerable(call, context);
  const { html, mentions } = composed(call, context);
  const plan: Plan = {
    kind: "new",
    author: account,
    trace: call.request.traceId,
    message: {
      id: id ?? uuidv7({ msecs: now.getTime() }),
      room_id: input.roomId,
      kind: "message",
      author_id: account.id,
      parent_id: input.parentId ?? null,
      in_room: input.parentId === undefined || input.alsoInRoom,
      body: input.body,
      html,
      mentions,
      silent: input.silent,
      system: null,
      attachments: takeAttachments(call, context),
    },
  };
  // The same id again in this batch is the same send.
  context.known.set(plan.message.id, { roomId: input.roomId, authorId: account.id, answer: () => messageOf(plan) });
  return plan;
}

function requireAnswerable({ input }: SendCall, { parents }: Context): void {
  if (input.parentId === undefined) return;
  const parent = parents.get(input.parentId);
  if (parent?.room_id !== input.roomId || parent.kind === "system") fail(messages.MessageNotFound);
  else if (parent.parent_id !== null) fail(messages.ThreadNested);
  else if (parent.deleted_at !== null) fail(messages.MessageDeleted);
}

/** Each file goes to one message: to the first of the batch that names it. */
function takeAttachments(call: SendCall, { files }: Context): Attachable["attachment"][] {
  const found = [...new Set(call.input.attachmentIds)].map((id) => files.get(id));
  const { id: accountId } = requireAccount(call.actor).account;
  const { workspaceId } = accessOf(call);
  const own = found.map((file) =>
    file?.accountId === accountId && file.workspaceId === workspaceId
      ? file.attachment
      : fail(messages.AttachmentNotFound),
  );
  for (const { id } of own) files.delete(id);
  return own;
}

function composed(call: SendCall, { parsed, named }: Context): Composed {
  const { roomId, body, allowedMentions } = call.input;
  const mayMentionAll = accessOf(call).permissions.has(messages.MessageMentionAll.name);
  return compose(parsed.get(call) ?? parseMessage(body), named.get(roomId), allowedMentions, mayMentionAll);
}

async function store(tx: WriteTx, plans: readonly Plan[], context: Context): Promise<() => messages.Message[]> {
  const fresh = plans.filter((plan) => plan.kind === "new");
  await postAll(tx, fresh, context.parents);
  const taken = fresh.flatMap(({ message }) => message.attachments?.map(({ id }) => id) ?? []);
  if (taken.length > 0) await takeFiles(tx, taken);
  return () => plans.map((plan) => (plan.kind === "known" ? plan.answer() : messageOf(plan)));
}
