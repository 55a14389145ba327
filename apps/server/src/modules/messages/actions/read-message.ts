import { feedOf, messages } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { announceCursor, unreadOfRoom } from "../reading.ts";
import { sendsReceipts } from "../receipts.ts";
import { messageFacts } from "../scope.ts";
import { deleteMarks, selectCursors, selectMarks, upsertCursors } from "../store/reading.ts";
import { findStanding, upsertStanding } from "../store/threads.ts";
import { announceStanding } from "../threads.ts";

/** Moves the cursor of the room, or of the thread where the message stands only there, up to this message; never back. */
export const readMessage: WriteAction<typeof messages.readMessage> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { row, room } = messageFacts(accessOf(call));
  const key = { accountId: account.id, roomId: row.room_id };
  if (row.in_room) {
    const [known] = await selectCursors(tx, [key]);
    const before = known ?? { ...key, lastReadSeq: room.joinedSeq, threadsReadSeq: room.joinedSeq };
    const marks = await selectMarks(tx, [key]);
    const lastReadSeq = Math.max(before.lastReadSeq, row.seq);
    const left = marks.filter((mark) => mark.seq !== row.seq);
    if (lastReadSeq > before.lastReadSeq || left.length < marks.length) {
      const cursor = { ...before, ...key, lastReadSeq };
      await upsertCursors(tx, [cursor]);
      await deleteMarks(tx, [{ ...key, low: row.seq, high: row.seq }]);
      announceCursor(tx, key, cursor, left);
      const isShared = room.kind === "dm" || room.kind === "group";
      if (isShared && lastReadSeq > before.lastReadSeq && (await sendsReceipts(tx, [account.id])).has(account.id)) {
        const readAt = tx.now.toISOString();
        tx.emit(messages.ReceiptMoved, feedOf.room(row.room_id), {
          roomId: row.room_id as never,
          account,
          readSeq: lastReadSeq,
          readAt,
        });
      }
    }
  } else if (row.parent_id !== null) {
    const standing = await findStanding(tx, account.id, row.parent_id);
    if (standing && row.seq > standing.lastReadSeq) {
      const read = { ...standing, lastReadSeq: row.seq };
      await upsertStanding(tx, read);
      announceStanding(tx, read);
    }
  }
  return unreadOfRoom(tx, account.id, row.room_id, room.joinedSeq);
};
