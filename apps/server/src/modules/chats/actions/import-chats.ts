/** Files into conversations: each is read as a tree, and comes in as a room of the importer's, once. */
import { type AccountId, chats, feedOf, type InputOf, messages } from "@althing/contract";
import { v7 as uuidv7 } from "uuid";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { addTurns, beginChat } from "../../assistants/index.ts";
import { bringInMessages } from "../../messages/index.ts";
import { insertImport, insertOrigins, listKnownImports, lockImports } from "../store/origins.ts";
import { readFile } from "../transfer/read-file.ts";
import type { Draft, Reading } from "../transfer/readers/draft.ts";
import { countEnds, type Turn } from "../transfer/tree.ts";

const { turnsCount, conversationsAtOnce } = chats.conversationLimits;
const { bodyLength } = messages.messageLimits;
const titleLength = 80;

type Importer = Pick<InputOf<typeof chats.importChats>, "workspaceId" | "assistantId"> & {
  readonly me: AccountId;
  readonly source: Reading["source"];
};

export const importChats: WriteAction<typeof chats.importChats> = async (tx, call) => {
  const me = requireAccount(call.actor).account.id;
  const { workspaceId, assistantId, content, from, dryRun } = call.input;
  const reading = readFile(content) ?? fail(chats.ImportUnreadable);
  const { source } = reading;
  await lockImports(tx, me);
  const drafts = reading.drafts.slice(from, from + conversationsAtOnce);
  const keys = drafts.map(({ key }) => key);
  const known = new Map(
    (await listKnownImports(tx, { accountId: me, workspaceId, source, keys })).map((row) => [row.key, row.room_id]),
  );
  const imported: chats.ImportedChat[] = [];
  for (const draft of drafts) {
    const { fitting, leftOut } = fit(draft);
    const told = { title: draft.title, turns: fitting.length, branches: countEnds(fitting), leftOut };
    const roomId = known.get(draft.key);
    if (roomId) imported.push({ ...told, roomId, outcome: "known" });
    else if (fitting.length === 0) imported.push({ ...told, roomId: null, outcome: "empty" });
    else {
      const room = dryRun ? null : await bringIn(tx, { workspaceId, assistantId, me, source }, draft, fitting);
      if (room) known.set(draft.key, room);
      imported.push({ ...told, roomId: room, outcome: "imported" });
    }
  }
  return { source, total: reading.drafts.length, chats: imported };
};

/** What fits here of a conversation, and in words what does not. */
function fit({ turns, leftOut }: Draft): { fitting: Turn[]; leftOut: string[] } {
  const first = turns.slice(0, turnsCount);
  const long = first.filter(({ body }) => body.length > bodyLength).length;
  return {
    fitting: first.map((turn) =>
      turn.body.length > bodyLength ? { ...turn, body: turn.body.slice(0, bodyLength) } : turn,
    ),
    leftOut: [
      ...leftOut,
      ...(turns.length > turnsCount ? [`${turns.length - turnsCount} × turn beyond ${turnsCount}`] : []),
      ...(long > 0 ? [`${long} × end of a text longer than ${bodyLength} characters`] : []),
    ],
  };
}

async function bringIn(tx: WriteTx, importer: Importer, draft: Draft, turns: readonly Turn[]) {
  const { workspaceId, me, source } = importer;
  const title =
    draft.title
      .replace(/\p{Cc}+/gu, " ")
      .trim()
      .slice(0, titleLength) || "Conversation";
  const { roomId, assistantId } = await beginChat(tx, { ...importer, ownerId: me, title });
  const ids = new Map(
    turns.map(({ id, at }) => [id, uuidv7({ msecs: Date.parse(at) }) as messages.MessageId] as const),
  );
  const idOf = (id: string | null) => (id === null ? undefined : ids.get(id));
  const given = turns.flatMap(({ id, author, at, body }) => {
    const messageId = idOf(id);
    const authorId = author.kind === "assistant" ? assistantId : me;
    return messageId ? [{ id: messageId, authorId, at, body, kind: "message" as const }] : [];
  });
  const sent = await bringInMessages(tx, { roomId, workspaceId }, given);
  const placed = turns.flatMap(({ id, parentId }) => {
    const messageId = idOf(id);
    const emitted = sent.get(messageId ?? "");
    return messageId && emitted ? [{ messageId, parentId: idOf(parentId) ?? null, sent: emitted }] : [];
  });
  await addTurns(tx, { roomId, accountId: me }, placed, idOf(draft.place) ?? placed.at(-1)?.messageId);
  await insertOrigins(
    tx,
    roomId,
    turns.flatMap(({ id, author, model, sources }) => {
      const messageId = idOf(id);
      return messageId ? { message_id: messageId, author, model, sources } : [];
    }),
  );
  const { key, createdAt } = draft;
  await insertImport(tx, {
    room_id: roomId,
    account_id: me,
    workspace_id: workspaceId,
    source,
    key,
    title: draft.title,
    created_at: createdAt,
  });
  tx.emit(chats.ChatImported, feedOf.account(me), { roomId, source, turns: turns.length });
  return roomId;
}
