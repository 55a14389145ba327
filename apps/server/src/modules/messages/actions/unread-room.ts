import type { messages } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { roomFacts } from "../../rooms/index.ts";
import { requireMessage } from "../finding.ts";
import { announceCursor, unreadOfRoom } from "../reading.ts";
import { deleteMarks, insertMark, selectCursors, selectMarks, upsertCursors } from "../store/reading.ts";

/** From a message on, the cursor goes back before it; a message alone is marked, and the cursor stays. */
export const unreadRoom: WriteAction<typeof messages.unreadRoom> = async (tx, call) => {
  const { roomId, messageId, only } = call.input;
  const { account } = requireAccount(call.actor);
  const { joinedSeq } = roomFacts(accessOf(call));
  const row = await requireMessage(tx, roomId, messageId);
  const key = { accountId: account.id, roomId };
  const [known] = await selectCursors(tx, [key]);
  const before = known ?? { ...key, lastReadSeq: joinedSeq, threadsReadSeq: joinedSeq };
  const isMark = only && row.seq <= before.lastReadSeq;
  const cursor = isMark || row.seq > before.lastReadSeq ? before : { ...before, lastReadSeq: row.seq - 1 };
  await upsertCursors(tx, [{ ...cursor, ...key }]);
  if (isMark) await insertMark(tx, { ...key, messageId: row.id, seq: row.seq });
  // Marks after the cursor say nothing: all there is unread.
  else await deleteMarks(tx, [{ ...key, low: cursor.lastReadSeq + 1, high: Number.MAX_SAFE_INTEGER }]);
  announceCursor(tx, key, cursor, await selectMarks(tx, [key]));
  return unreadOfRoom(tx, account.id, roomId, joinedSeq);
};
