/**
 * Posting, the hottest verb: written for many calls at once. The client names the message, so a retried send is the same
 * send: a known id of the same author and room answers with the message that is there.
 */
import { type accounts, feedOf, messages } from "@althing/contract";
import { v7 as uuidv7 } from "uuid";
import { requireAccount } from "../../../kernel/actor.ts";
import type { BatchAction } from "../../../kernel/binding.ts";
import { accessOf, type Call } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import type { Emitted, ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { type Composed, compose, findNamed, type NamedInRooms, parseMessage } from "../composing.ts";
import type { ParsedMessage } from "../markdown/index.ts";
import { requireLength, requireTimely } from "../policy.ts";
import { insertMentions } from "../store/mentions.ts";
import { insertMessages, lockByIds, type NewMessage, newRow, updateThreadSummaries } from "../store/messages.ts";
import { insertFollowers } from "../store/threads.ts";
import type { MessageRow } from "../tables.ts";
import { announceFollowers, followersOf, withReply } from "../threads.ts";
import { viewMessage, viewThread } from "../views.ts";

type SendCall = Call<typeof messages.sendMessage>;
type Context = {
  /** Messages that are there already under ids of this batch. */
  known: Map<string, { roomId: string; authorId: string; answer: () => messages.Message }>;
  parents: Map<string, MessageRow>;
  parsed: Map<SendCall, ParsedMessage>;
  named: NamedInRooms;
};
type Plan =
  | { kind: "known"; answer: () => messages.Message }
  | {
      kind: "new";
      message: Omit<NewMessage, "seq" | "stamp">;
      author: accounts.AccountRef;
      trace: string | undefined;
      sent?: Emitted;
      row?: MessageRow;
    };

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
  if (input.attachmentIds.length > 0) fail(messages.AttachmentNotFound);
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
    },
  };
  // The same id again in this batch is the same send.
  context.known.set(plan.message.id, { roomId: input.roomId, authorId: account.id, answer: () => answerOf(plan) });
  return plan;
}

function requireAnswerable({ input }: SendCall, { parents }: Context): void {
  if (input.parentId === undefined) return;
  const parent = parents.get(input.parentId);
  if (parent?.room_id !== input.roomId || parent.kind === "system") fail(messages.MessageNotFound);
  else if (parent.parent_id !== null) fail(messages.ThreadNested);
  else if (parent.deleted_at !== null) fail(messages.MessageDeleted);
}

function composed(call: SendCall, { parsed, named }: Context): Composed {
  const { roomId, body, allowedMentions } = call.input;
  const mayMentionAll = accessOf(call).permissions.has(messages.MessageMentionAll.name);
  return compose(parsed.get(call) ?? parseMessage(body), named.get(roomId), allowedMentions, mayMentionAll);
}

async function store(tx: WriteTx, plans: readonly Plan[], context: Context): Promise<() => messages.Message[]> {
  const fresh = plans.filter((plan) => plan.kind === "new");
  for (const plan of fresh) {
    const payload = () => ({ message: answerOf(plan), thread: threadOf(plan, context) });
    plan.sent = tx.emit(messages.MessageSent, feedOf.room(plan.message.room_id), payload, {
      stamp: true,
      by: plan.author.id,
      trace: plan.trace,
    });
  }
  const replies = fresh.filter(({ message }) => message.parent_id !== null);
  // Who comes to follow a thread by a reply is written before the numbers: the announcement needs one too.
  const followers = await insertFollowers(
    tx,
    followersOf(
      replies.map(({ message }) => message),
      context.parents,
    ),
  );
  announceFollowers(tx, followers);
  tx.onNumbered(async () => {
    for (const plan of fresh) plan.row = newRow({ ...plan.message, ...placeOf(plan) });
    const rows = fresh.flatMap(({ row }) => row ?? []);
    for (const row of rows) withReply(context.parents, row);
    await insertMessages(tx, rows);
    await insertMentions(tx, rows);
    await updateThreadSummaries(tx, [
      ...new Set(rows.flatMap((row) => (row.parent_id && context.parents.get(row.parent_id)) || [])),
    ]);
  });
  return () => plans.map((plan) => (plan.kind === "known" ? plan.answer() : answerOf(plan)));
}

function placeOf(plan: Extract<Plan, { kind: "new" }>): { seq: number; stamp: number } {
  if (!plan.sent) throw new Error("The message was not emitted");
  return plan.sent.position;
}

function answerOf(plan: Extract<Plan, { kind: "new" }>): messages.Message {
  if (!plan.row) throw new Error("The message has no number yet");
  return viewMessage(plan.row, plan.author);
}

function threadOf({ message }: Extract<Plan, { kind: "new" }>, { parents }: Context): messages.ThreadSummary | null {
  const parent = message.parent_id === null ? undefined : parents.get(message.parent_id);
  return parent ? viewThread(parent) : null;
}
