// What was said, as modules read it that look back over a conversation: plain, and without what only readers need.
import type { accounts, files } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { selectAfter, selectBefore, selectByIds, selectThreadBefore } from "../store/messages.ts";
import { selectCursors } from "../store/reading.ts";
import { findStanding } from "../store/threads.ts";
import type { MentionRow, MessageRow } from "../tables.ts";

export type Said = {
  readonly id: string;
  readonly roomId: string;
  readonly parentId: string | null;
  /** Whether it stands in the room's list, as a reply does only where its author wanted that. */
  readonly inRoom: boolean;
  readonly seq: number;
  readonly author: accounts.AccountRef | undefined;
  readonly body: string;
  readonly at: Date;
  readonly mentions: readonly MentionRow[];
  readonly attachments: readonly files.Attachment[];
};

/** Those of the messages that are there, in no order. Deleted ones and the system's say nothing, here and below. */
export const saidByIds = async (tx: ReadTx, ids: readonly string[]): Promise<Said[]> =>
  viewAll(tx, await selectByIds(tx, ids));

/** The last of a room's list below a number, in rising order. */
export const saidBefore = async (tx: ReadTx, roomId: string, seq: number, limit: number): Promise<Said[]> =>
  viewAll(tx, await selectBefore(tx, roomId, seq, limit));

/** The first of a room's list above a number, in rising order. */
export const saidAfter = async (tx: ReadTx, roomId: string, seq: number, limit: number): Promise<Said[]> =>
  viewAll(tx, await selectAfter(tx, roomId, seq, limit));

/** What began a thread, and the last replies below a number, in rising order. */
export const saidInThread = async (tx: ReadTx, rootId: string, seq: number, limit: number): Promise<Said[]> =>
  viewAll(tx, [...(await selectByIds(tx, [rootId])), ...(await selectThreadBefore(tx, rootId, seq, limit))]);

/** Up to which number an account has read a room. */
export async function lastReadSeq(
  tx: ReadTx,
  { accountId, roomId, joinedSeq }: { accountId: string; roomId: string; joinedSeq: number },
): Promise<number> {
  const [cursor] = await selectCursors(tx, [{ accountId, roomId }]);
  return cursor?.lastReadSeq ?? joinedSeq;
}

/** Whether an account has read a message; of who has read nothing in a room yet, nothing is read. */
export async function isRead(tx: ReadTx, accountId: string, message: Said): Promise<boolean> {
  const [cursor] = await selectCursors(tx, [{ accountId, roomId: message.roomId }]);
  if (message.inRoom || message.parentId === null) return message.seq <= (cursor?.lastReadSeq ?? 0);
  const standing = await findStanding(tx, accountId, message.parentId);
  return message.seq <= Math.max(cursor?.threadsReadSeq ?? 0, standing?.lastReadSeq ?? 0);
}

async function viewAll(tx: ReadTx, rows: readonly MessageRow[]): Promise<Said[]> {
  const spoken = rows.filter((row) => row.kind === "message" && row.deleted_at === null);
  const refs = await listAccountRefs(tx, [...new Set(spoken.map((row) => row.author_id))]);
  return spoken.map((row) => ({
    id: row.id,
    roomId: row.room_id,
    parentId: row.parent_id,
    inRoom: row.in_room,
    seq: row.seq,
    author: refs.get(row.author_id),
    body: row.body,
    at: new Date(Math.floor(row.stamp / 1_000)),
    mentions: row.mentions,
    attachments: row.attachments,
  }));
}
