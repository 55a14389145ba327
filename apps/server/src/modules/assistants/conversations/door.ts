// Conversations as the module of chats reads them, brings them in and ends them.
import { type AccountId, assistants, feedOf, type messages, type rooms, type workspaces } from "@althing/contract";
import type { Emitted, ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { openRoom } from "../../rooms/index.ts";
import { requireAskable } from "../queries/find-assistants.ts";
import { findPlace, insertChat, insertTurn, listChatsAfter, listTurnRows } from "../store/conversations.ts";
import { listBehind } from "../store/runs.ts";
import type { ChatRow, TurnRow } from "../tables.ts";
import { moveTo } from "./turns.ts";

/** The tree of a conversation in the order in which it grew, and where someone is in it. */
export async function treeOf(
  tx: ReadTx,
  roomId: string,
  accountId: string,
): Promise<{ turns: Pick<TurnRow, "message_id" | "parent_id">[]; place: string | null }> {
  return { turns: await listTurnRows(tx, roomId), place: (await findPlace(tx, roomId, accountId)) ?? null };
}

export type Making = { readonly model: string | null; readonly sources: readonly assistants.Source[] };

/** How answers that stand in a room were made, by message. */
export async function makingsOf(
  tx: ReadTx,
  roomId: string,
  messageIds: readonly string[],
): Promise<Map<string, Making>> {
  const runs = (await listBehind(tx, roomId, messageIds)).filter(({ audience }) => audience === "room");
  return new Map(runs.map(({ message_id, model, sources }) => [message_id, { model: model?.name ?? null, sources }]));
}

export type Beginning = {
  readonly workspaceId: workspaces.WorkspaceId;
  readonly ownerId: AccountId;
  /** The workspace's own unless told. */
  readonly assistantId?: AccountId | undefined;
  readonly title: string;
};

/** A conversation of someone's with an assistant that they may ask, without a word yet. */
export async function beginChat(
  tx: WriteTx,
  { workspaceId, ownerId, assistantId, title }: Beginning,
): Promise<{ roomId: rooms.RoomId; assistantId: AccountId }> {
  const assistant = await requireAskable(tx, ownerId, { workspaceId, assistantId });
  const roomId = tx.newId() as rooms.RoomId;
  const opening = { id: roomId, workspaceId, kind: "assistant", visibility: "private", ownerId, name: title } as const;
  if (!(await openRoom(tx, opening, [ownerId, assistant.account_id], ownerId)))
    throw new Error("A conversation has no name that could be taken");
  const chat = { room_id: roomId, assistant_id: assistant.account_id, temporary: false, trial: null, is_titled: true };
  await insertChat(tx, chat);
  return { roomId, assistantId: assistant.account_id };
}

export type ImportedTurn = {
  readonly messageId: messages.MessageId;
  readonly parentId: messages.MessageId | null;
  readonly sent: Emitted;
};

/** Turns of a conversation that was brought in; whose it is goes to the last word of the branch that was on the screen. */
export async function addTurns(
  tx: WriteTx,
  { roomId, accountId }: { roomId: rooms.RoomId; accountId: AccountId },
  turns: readonly ImportedTurn[],
  place: messages.MessageId | undefined,
): Promise<void> {
  for (const { messageId, parentId } of turns)
    tx.emit(assistants.TurnAdded, feedOf.room(roomId), { turn: { messageId, roomId, parentId, runId: null } });
  if (place !== undefined) await moveTo(tx, roomId, accountId, place);
  tx.onNumbered(async () => {
    for (const { messageId, parentId, sent } of turns) {
      const { seq } = sent.position;
      await insertTurn(tx, { message_id: messageId, room_id: roomId, parent_id: parentId, run_id: null, seq });
    }
  });
}

/** Conversations in the order of their rooms, after one. */
export const listConversations = (tx: ReadTx, afterRoomId: string, limit: number): Promise<ChatRow[]> =>
  listChatsAfter(tx, afterRoomId, limit);
