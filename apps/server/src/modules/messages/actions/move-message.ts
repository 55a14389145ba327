/**
 * Moving a message, with the replies of its thread, to another thread or room. It keeps its id and time, so links keep
 * working; its number is that of the event by which it came, since numbers belong to a room's feed.
 */
import { feedOf, messages } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { requireRoom } from "../../rooms/index.ts";
import { lockMessage, requireNotDeleted, viewForAll, viewOne } from "../finding.ts";
import { replaceMentions } from "../store/mentions.ts";
import { countThread, lockByIds, lockReplies, updateMessage } from "../store/messages.ts";
import { moveStandings } from "../store/threads.ts";
import type { MessageRow } from "../tables.ts";
import { viewThread } from "../views.ts";

export const moveMessage: WriteAction<typeof messages.moveMessage> = async (tx, call) => {
  const { roomId, messageId, toRoomId = roomId, toParentId } = call.input;
  const { account } = requireAccount(call.actor);
  if (toRoomId !== roomId) await requireRoom(tx, call.actor, toRoomId, messages.MessageSend);
  const row = await lockMessage(tx, roomId, messageId);
  requireNotDeleted(row);
  const replies = await lockReplies(tx, row.id);
  const target = await requireTarget(tx, row, toRoomId, toParentId, replies.length > 0);
  const sameThread = toParentId === undefined ? toRoomId === roomId : (target?.id ?? null) === row.parent_id;
  if (sameThread && toRoomId === roomId) return viewOne(tx, account.id, row);

  const place = { room_id: toRoomId, parent_id: target?.id ?? null, in_room: target === undefined };
  const arrivals = [
    { row, place },
    ...replies.map((reply) => ({ row: reply, place: { ...place, parent_id: row.id, in_room: reply.in_room } })),
  ];
  const views: (() => messages.Message)[] = [];
  let moved = row;
  for (const { row: one, place: to } of arrivals) {
    const view = await viewForAll(tx, { ...one, ...to });
    const arrived = tx.emit(messages.MessageSent, feedOf.room(toRoomId), ({ seq }) => ({
      message: { ...view, seq, version: one.version + 1 },
      thread: one === row && summary ? summary : null,
    }));
    tx.onNumbered(async () => {
      const { seq } = arrived.position;
      const after = await updateMessage(tx, one, {
        ...to,
        seq,
        version: one.version + 1,
        ...(one.pinned_at && { pinned_at: null }),
      });
      await replaceMentions(tx, [after]);
      if (one === row) moved = after;
    });
    views.push(() => view);
  }
  let summary: messages.ThreadSummary | null = null;
  const left = await leave(
    tx,
    row,
    arrivals.map(({ row: one }) => one.id),
    toRoomId,
    target?.id ?? null,
  );
  tx.onNumbered(async () => {
    if (left) await updateMessage(tx, left, await countThread(tx, left.id));
    if (target) summary = viewThread(await updateMessage(tx, target, await countThread(tx, target.id)));
  });
  if (toRoomId !== roomId) await moveStandings(tx, row.id, toRoomId);
  const author = await viewOne(tx, account.id, row);
  return () => ({
    ...author,
    roomId: toRoomId,
    seq: moved.seq,
    parentId: (target?.id ?? null) as never,
    version: moved.version,
    pinned: false,
    alsoInRoom: false,
  });
};

async function requireTarget(
  tx: WriteTx,
  row: MessageRow,
  toRoomId: string,
  toParentId: string | null | undefined,
  hasReplies: boolean,
): Promise<MessageRow | undefined> {
  if (toParentId === undefined || toParentId === null) return undefined;
  if (toParentId === row.id || hasReplies) return fail(messages.ThreadNested);
  const [target] = await lockByIds(tx, [toParentId]);
  if (target?.room_id !== toRoomId) return fail(messages.MessageNotFound);
  if (target.parent_id !== null) return fail(messages.ThreadNested);
  requireNotDeleted(target);
  return target;
}

/** Tells the old room that the messages went, and gives the message whose thread was left. */
async function leave(
  tx: WriteTx,
  row: MessageRow,
  ids: string[],
  toRoomId: string,
  toParentId: string | null,
): Promise<MessageRow | undefined> {
  const [root] = row.parent_id === null ? [] : await lockByIds(tx, [row.parent_id]);
  tx.emit(messages.MessageMovedAway, feedOf.room(row.room_id), () => ({
    messageIds: ids as never[],
    toRoomId: toRoomId as never,
    toParentId: toParentId as never,
    parentId: row.parent_id as never,
    thread: root ? viewThread({ ...root, reply_count: Math.max(0, root.reply_count - 1) }) : null,
  }));
  return root;
}
