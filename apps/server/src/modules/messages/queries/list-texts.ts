// Messages as a later module reads them all, in portions: what was said, by whom and where, and nothing else.
import type { AccountId, messages, rooms } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { bodyText } from "../markdown/index.ts";
import { selectTexts } from "../store/messages.ts";

export type MessageText = {
  readonly id: messages.MessageId;
  readonly roomId: rooms.RoomId;
  readonly parentId: messages.MessageId | null;
  readonly authorId: AccountId;
  readonly seq: number;
  readonly stamp: number;
  /** Without markup, with its lines. */
  readonly text: string;
};

/** What people said, deleted messages and notes of the system left out, over all rooms in the order of ids. */
export async function listMessageTexts(tx: ReadTx, afterId: string, limit: number): Promise<MessageText[]> {
  return (await selectTexts(tx, afterId, limit)).map((row) => ({
    id: row.id as messages.MessageId,
    roomId: row.room_id as rooms.RoomId,
    parentId: row.parent_id as messages.MessageId | null,
    authorId: row.author_id as AccountId,
    seq: row.seq,
    stamp: row.stamp,
    text: bodyText(row.body),
  }));
}
