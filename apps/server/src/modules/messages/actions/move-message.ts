/**
 * Moving a message, with the replies of its thread, to another thread or room of the workspace. It keeps its id, so links
 * keep working. Its number is that of the event by which it came, since numbers belong to a room's feed; it keeps its time
 * too, unless the room has gone on since: times rise with numbers.
 */
import { feedOf, messages, rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import type { Emitted, WriteTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { requireRoom } from "../../rooms/index.ts";
import { lockMessage, requireNotDeleted, viewOne } from "../finding.ts";
import { replaceMentions } from "../store/mentions.ts";
import { countThread, lockByIds, lockReplies, updateMessage } from "../store/messages.ts";
import { deleteMarksOf } from "../store/reading.ts";
import { moveStandings } from "../store/threads.ts";
import type { MessageRow } from "../tables.ts";
import { viewMessage, viewThread } from "../views.ts";

type Place = Pick<MessageRow, "room_id" | "parent_id" | "in_room">;
type Arrival = { row: MessageRow; readonly place: Place; readonly arrived: Emitted };

export const moveMessage: WriteAction<typeof messages.moveMessage> = async (tx, call) => {
  const { roomId, messageId, toRoomId = roomId, toParentId = null } = call.input;
  const { account } = requireAccount(call.actor);
  if (toRoomId !== roomId) await requireSister(tx, call, toRoomId);
  const row = await lockMessage(tx, roomId, messageId);
  requireNotDeleted(row);
  const replies = await lockReplies(tx, row.id);
  if (toRoomId === roomId && toParentId === row.parent_id) return viewOne(tx, account.id, row);
  const target = await findTarget(tx, row, toRoomId, toParentId, replies.length > 0);
  const [left] = row.parent_id === null ? [] : await lockByIds(tx, [row.parent_id]);

  const place = { room_id: toRoomId, parent_id: toParentId, in_room: toParentId === null };
  const authors = await listAccountRefs(
    tx,
    [row, ...replies].map((one) => one.author_id),
  );
  const arrivals: Arrival[] = [];
  const announce = (one: MessageRow, to: Place) => {
    const arrived = tx.emit(
      messages.MessageSent,
      feedOf.room(toRoomId),
      () => ({
        message: viewMessage(arrival.row, authors.get(one.author_id)),
        thread: one === row && target ? viewThread(summed(target)) : null,
      }),
      { stamp: one.stamp, by: one.author_id },
    );
    const arrival: Arrival = { row: one, place: to, arrived };
    arrivals.push(arrival);
  };
  announce(row, place);
  for (const reply of replies) announce(reply, { room_id: toRoomId, parent_id: row.id, in_room: reply.in_room });
  const summaries = new Map<string, MessageRow>();
  const summed = (root: MessageRow): MessageRow => summaries.get(root.id) ?? root;
  tx.emit(messages.MessageMovedAway, feedOf.room(roomId), () => ({
    messageIds: arrivals.map((arrival) => arrival.row.id as messages.MessageId),
    toRoomId,
    toParentId,
    parentId: row.parent_id as messages.MessageId | null,
    thread: left ? viewThread(summed(left)) : null,
  }));
  tx.onNumbered(async () => {
    for (const arrival of arrivals) {
      const { seq, stamp } = arrival.arrived.position;
      const changes = { ...arrival.place, seq, stamp, pinned_at: null, version: arrival.row.version + 1 };
      arrival.row = await updateMessage(tx, arrival.row, changes);
    }
    const moved = arrivals.map((arrival) => arrival.row);
    await replaceMentions(tx, moved);
    await deleteMarksOf(
      tx,
      moved.map(({ id }) => id),
    );
    for (const root of [left, target]) {
      if (root) summaries.set(root.id, await updateMessage(tx, root, await countThread(tx, root.id)));
    }
    if (toRoomId !== roomId) await moveStandings(tx, row.id, toRoomId);
  });
  const mine = new Set(
    (await viewOne(tx, account.id, row)).reactions.flatMap(({ emoji, mine: own }) => (own ? [emoji] : [])),
  );
  return () => viewMessage(arrivals[0]?.row ?? row, authors.get(row.author_id), mine);
};

/** Another room of the same workspace, where the mover may post. */
async function requireSister(tx: WriteTx, call: Parameters<typeof moveMessage>[1], toRoomId: string): Promise<void> {
  const { workspaceId } = await requireRoom(tx, call.actor, toRoomId, messages.MessageSend);
  if (workspaceId !== accessOf(call).workspaceId) fail(rooms.RoomNotFound);
}

async function findTarget(
  tx: WriteTx,
  row: MessageRow,
  toRoomId: string,
  toParentId: string | null,
  hasReplies: boolean,
): Promise<MessageRow | undefined> {
  if (toParentId === null) return undefined;
  if (toParentId === row.id || hasReplies) return fail(messages.ThreadNested);
  const [target] = await lockByIds(tx, [toParentId]);
  if (target?.room_id !== toRoomId) return fail(messages.MessageNotFound);
  if (target.parent_id !== null) return fail(messages.ThreadNested);
  requireNotDeleted(target);
  return target;
}
