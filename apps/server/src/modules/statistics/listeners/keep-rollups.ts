/**
 * What the log tells is added to the rollups. A room's first event has the room counted as a whole, which brings in what
 * was there before; afterwards only events with a higher number count. After a move both rooms are counted anew.
 */
import { messages, rooms } from "@althing/contract";
import { type HeardEvent, isEvent, type LogListener } from "../../../kernel/module.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { listAnswers, listReactionDays } from "../../messages/index.ts";
import { findRooms } from "../../rooms/index.ts";
import { recountRoom } from "../counting.ts";
import { addPeople, addThreads, deleteRooms, listCounted, replaceAnswers } from "../store/rollups.ts";
import { roomOf, sumPeople, sumThreads, tally } from "../tally.ts";

export const keepRollups: LogListener = {
  name: "statistics.keep_rollups",
  // Nobody waits for statistics: many events at once cost less than each alone.
  patient: true,
  events: [
    messages.MessageSent,
    messages.MessageDeletedEvent,
    messages.MessageMovedAway,
    messages.ReactionAdded,
    messages.ReactionRemoved,
    rooms.RoomDeleted,
  ],
  async hear(tx, events) {
    await deleteRooms(
      tx,
      events.filter((event) => isEvent(event, rooms.RoomDeleted)).map(({ data }) => data.roomId),
    );
    const countedUpTo = await haveCounted(tx, events);
    await add(
      tx,
      events.filter((event) => event.seq > (countedUpTo.get(roomOf(event)) ?? Number.POSITIVE_INFINITY)),
    );
  },
};

/** Sees to it that all rooms of these events that still exist are counted, and says up to which number. */
async function haveCounted(tx: WriteTx, events: readonly HeardEvent[]): Promise<Map<string, number>> {
  const roomIds = [...new Set(events.filter(({ feed }) => feed.startsWith("room:")).map(roomOf))];
  const known = await listCounted(tx, roomIds);
  const moves = events.filter((event) => isEvent(event, messages.MessageMovedAway));
  const moved = new Set(moves.flatMap((event) => [roomOf(event), event.data.toRoomId]));
  const wanted = [...moved, ...roomIds.filter((id) => !known.has(id) && !moved.has(id))].sort();
  for (const [roomId, { workspaceId }] of await findRooms(tx, wanted)) {
    known.set(roomId, await recountRoom(tx, roomId, workspaceId));
  }
  return known;
}

async function add(tx: WriteTx, events: readonly HeardEvent[]): Promise<void> {
  const { people, threads, rootIds, deleted } = tally(events);
  // A deleted message takes no more reactions, so those it has are those it had.
  const lost = (await listReactionDays(tx, [...deleted.keys()])).map(({ messageId, reactions, ...day }) => ({
    ...day,
    roomId: deleted.get(messageId) ?? "",
    messages: 0,
    replies: 0,
    reactions: -reactions,
  }));
  await addPeople(tx, sumPeople([...people, ...lost]));
  await addThreads(tx, sumThreads(threads));
  await replaceAnswers(tx, [...rootIds], await listAnswers(tx, [...rootIds]));
}
