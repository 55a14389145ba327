import type { messages, rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { accessOf, PageOf } from "../../../kernel/call.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { listMemberIds, listRoomIdsOf, roomFacts } from "../../rooms/index.ts";
import { viewMessages } from "../finding.ts";
import { unreadOfRoom, viewUnread } from "../reading.ts";
import { sendsReceipts } from "../receipts.ts";
import { selectMentionsOf } from "../store/mentions.ts";
import { selectByIds } from "../store/messages.ts";
import { selectCounted, selectCursors, selectMarks, selectReaders, selectUnreadOf } from "../store/reading.ts";

export const explainUnread: ReadAction<typeof messages.explainUnread> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { roomId } = call.input;
  const { joinedSeq } = roomFacts(accessOf(call));
  const key = { accountId: account.id, roomId };
  const [cursor = { ...key, lastReadSeq: joinedSeq, threadsReadSeq: joinedSeq }] = await selectCursors(tx, [key]);
  const unread = await unreadOfRoom(tx, account.id, roomId, joinedSeq);
  const marks = await selectMarks(tx, [key]);
  const counted = await selectCounted(tx, account.id, cursor);
  return { ...unread, marks: marks.map(({ messageId }) => messageId as never), counted: counted as never[] };
};

/** Where direct messages and groups have no receipts to show, nobody who hides theirs sees those of others. */
export const listReceipts: ReadAction<typeof messages.listReceipts> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { roomId } = call.input;
  const { kind } = roomFacts(accessOf(call));
  if (kind !== "dm" && kind !== "group") return [];
  const memberIds = await listMemberIds(tx, roomId);
  const open = await sendsReceipts(tx, memberIds);
  if (!open.has(account.id)) return [];
  const readers = new Map((await selectReaders(tx, roomId)).map((reader) => [reader.accountId, reader]));
  const others = memberIds.filter((id) => id !== account.id && open.has(id));
  const refs = await listAccountRefs(tx, others);
  return others.flatMap((id) => {
    const ref = refs.get(id);
    const reader = readers.get(id);
    const readSeq = reader?.lastReadSeq ?? 0;
    return ref ? [{ account: ref, deliveredSeq: readSeq, readSeq, readAt: reader?.readAt.toISOString() ?? null }] : [];
  });
};

const latest = { before: String(Number.MAX_SAFE_INTEGER), id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };

export const listMentions: ReadAction<typeof messages.listMentions> = async (tx, { input, actor, cursor }) => {
  const { account } = requireAccount(actor);
  const roomIds = await listRoomIdsOf(tx, account.id, input.workspaceId);
  const from = cursor ?? latest;
  const before = { stamp: Number(from.before), id: from.id };
  const found = await selectMentionsOf(tx, account.id, roomIds, before, input.limit + 1);
  const listed = found.slice(0, input.limit);
  const rows = new Map(
    (
      await selectByIds(
        tx,
        listed.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const items = await viewMessages(
    tx,
    account.id,
    listed.flatMap(({ id }) => rows.get(id) ?? []),
  );
  const last = listed.at(-1);
  const next = found.length > input.limit && last ? { before: String(last.stamp), id: last.id as never } : undefined;
  return new PageOf(items, { next });
};

/** For the list of rooms: what waits in each, by one statement. */
export async function unreadOf(
  tx: ReadTx,
  accountId: string,
  asked: readonly { roomId: string; joinedSeq: number }[],
): Promise<Map<string, rooms.Unread>> {
  return new Map((await selectUnreadOf(tx, accountId, asked)).map((row) => [row.roomId, viewUnread(row)]));
}
