// Where a message stands in the tree of its conversation, and where people stand by it.
import { type AccountId, assistants, feedOf, type messages, type rooms } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { findNewestTurn, findPlace, insertTurn, listAccountsAt, putPlace } from "../store/conversations.ts";

type MessageId = messages.MessageId;

export type NewTurn = {
  readonly messageId: MessageId;
  readonly roomId: rooms.RoomId;
  readonly parentId: MessageId | null;
  readonly runId: assistants.RunId | null;
  /** Whose turn it is, or who asked for it: they are there from now on. */
  readonly askerId: AccountId;
  /** Gives the message once it has its number, where it is posted in this transaction; or its number. */
  readonly posted: (() => Pick<messages.Message, "seq">) | number;
};

/** Adds a turn. Who asked goes there, and with an answer everyone who stood at the question. */
export async function addTurn(tx: WriteTx, turn: NewTurn): Promise<void> {
  const { messageId, roomId, parentId, runId, askerId, posted } = turn;
  tx.emit(assistants.TurnAdded, feedOf.room(roomId), { turn: { messageId, roomId, parentId, runId } });
  const row = { message_id: messageId, room_id: roomId, parent_id: parentId, run_id: runId };
  if (typeof posted === "number") await insertTurn(tx, { ...row, seq: posted });
  else tx.onNumbered(() => insertTurn(tx, { ...row, seq: posted().seq }));
  const others = runId === null || parentId === null ? [] : await listAccountsAt(tx, parentId);
  for (const accountId of new Set([askerId, ...(others as AccountId[])]))
    await moveTo(tx, roomId, accountId, messageId);
}

export async function moveTo(
  tx: WriteTx,
  roomId: rooms.RoomId,
  accountId: AccountId,
  messageId: MessageId,
): Promise<assistants.Place> {
  await putPlace(tx, roomId, accountId, messageId);
  const place = { roomId, messageId, accountId };
  tx.emit(assistants.PlaceMoved, feedOf.account(accountId), { place }, { by: accountId });
  return place;
}

/** What someone goes on from: where they are, or the newest turn for who has never been anywhere. */
export async function placeOf(tx: WriteTx, roomId: string, accountId: string): Promise<MessageId | null> {
  const id = (await findPlace(tx, roomId, accountId)) ?? (await findNewestTurn(tx, roomId))?.message_id;
  return (id as MessageId | undefined) ?? null;
}
