// Answers about what waits, made from the store's rows.
import { feedOf, messages, type rooms } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../kernel/tx.ts";
import { type Cursor, type CursorKey, type Mark, selectUnreadOf } from "./store/reading.ts";

export async function unreadOfRoom(
  tx: ReadTx,
  accountId: string,
  roomId: string,
  joinedSeq: number,
): Promise<rooms.Unread> {
  const [row] = await selectUnreadOf(tx, accountId, [{ roomId, joinedSeq }]);
  const nothing = { count: 0, mentions: 0, firstUnreadSeq: null, threads: 0 };
  return row ? viewUnread(row) : { ...nothing, lastReadSeq: joinedSeq, threadsReadSeq: joinedSeq };
}

export const viewUnread = (row: rooms.Unread): rooms.Unread => {
  const { count, mentions, firstUnreadSeq, threads, lastReadSeq, threadsReadSeq } = row;
  return { count, mentions, firstUnreadSeq, threads, lastReadSeq, threadsReadSeq };
};

/** Tells all devices of an account where it has read up to. */
export function announceCursor(
  tx: WriteTx,
  { accountId, roomId }: CursorKey,
  cursor: Cursor,
  marks: readonly Mark[],
): void {
  tx.emit(
    messages.MessagesRead,
    feedOf.account(accountId),
    {
      roomId: roomId as never,
      lastReadSeq: cursor.lastReadSeq,
      threadsReadSeq: cursor.threadsReadSeq,
      marks: marks.map(({ messageId, seq }) => ({ messageId: messageId as never, seq })),
    },
    { by: accountId },
  );
}
