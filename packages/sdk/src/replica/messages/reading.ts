// Your cursors: in rooms and in threads.
import { messages, type rooms } from "@althing/contract";
import { change, put } from "../records.ts";
import { on, onceOn } from "../reducer.ts";
import { withStaleRoom } from "../stale.ts";
import type { Replica, Standing } from "../state.ts";
import { isOfOthers, mentionsMe } from "./message.ts";
import { findUnreadAtHead } from "./unread.ts";

type Followed = { root: messages.Message; standing: messages.ThreadStanding };

/** Takes a page of the threads that one follows. */
export const fromThreads = (replica: Replica, list: readonly Followed[]): Replica => ({
  ...replica,
  standings: list.reduce(
    (standings, { root, standing }) => put(standings, root.id, { ...standing, roomId: root.roomId }),
    replica.standings,
  ),
});

/** What a thread adds to its room's unread replies. */
const weightOf = (standing: Standing | undefined): number =>
  standing?.following && !standing.muted ? standing.unread : 0;

const withThreadsUnread = (replica: Replica, roomId: string, alter: (threads: number) => number): Replica => ({
  ...replica,
  rooms: change(replica.rooms, roomId, (room) => ({
    ...room,
    unread: { ...room.unread, threads: Math.max(0, alter(room.unread.threads)) },
  })),
});

const withStanding = (replica: Replica, rootId: string, standing: Standing): Replica =>
  withThreadsUnread(
    { ...replica, standings: put(replica.standings, rootId, standing) },
    standing.roomId,
    (threads) => threads + weightOf(standing) - weightOf(replica.standings[rootId]),
  );

/** The unread replies of a thread after its cursor; undefined where too little is loaded to tell. */
function findUnreadReplies(replica: Replica, rootId: string, roomId: string, lastReadSeq: number): number | undefined {
  const cursor = Math.max(lastReadSeq, replica.reading[roomId]?.threadsReadSeq ?? 0);
  return cursor >= (replica.rooms[roomId]?.head ?? Infinity) ? 0 : findLoadedReplies(replica, rootId, cursor);
}

/** The replies of others after a number, as far as the thread is loaded to its end. */
function findLoadedReplies(replica: Replica, rootId: string, cursor: number): number | undefined {
  const thread = replica.threads[rootId];
  if (!thread || thread.hasNewer) return undefined;
  const replies = thread.replyIds.flatMap((id) => replica.messages[id] ?? []);
  return replies.filter((reply) => reply.seq > cursor && !reply.alsoInRoom && isOfOthers(replica, reply)).length;
}

function withThreadCursor(replica: Replica, rootId: string, standing: Omit<Standing, "unread">): Replica {
  const { roomId, lastReadSeq } = standing;
  const before = replica.standings[rootId];
  const unread = findUnreadReplies(replica, rootId, roomId, lastReadSeq);
  const next = withStanding(replica, rootId, { ...standing, unread: unread ?? before?.unread ?? 0 });
  // The room's numbers may have counted a thread that was not known here, and mentions in it.
  const isSure = before && (unread !== undefined || before.lastReadSeq === lastReadSeq);
  return isSure && replica.rooms[roomId]?.unread.mentions === 0 ? next : withStaleRoom(next, roomId);
}

const standingOf = (replica: Replica, { parentId }: messages.Message): Standing | undefined =>
  parentId === null ? undefined : replica.standings[parentId];

/** One reply more or less, where it counts as unread. Those shown in the room too count there. */
function withReply(replica: Replica, reply: messages.Message, by: 1 | -1): Replica {
  const standing = standingOf(replica, reply);
  const threadsReadSeq = replica.reading[reply.roomId]?.threadsReadSeq ?? 0;
  const isRead = reply.seq <= Math.max(standing?.lastReadSeq ?? 0, threadsReadSeq);
  if (!standing || reply.parentId === null || isRead || reply.alsoInRoom || !isOfOthers(replica, reply)) return replica;
  // The standing was fetched without this reply, the room's numbers with it: only the server can tell.
  if (standing.unread + by < 0) return withStaleRoom(replica, reply.roomId);
  const next = withStanding(replica, reply.parentId, { ...standing, unread: standing.unread + by });
  return weightOf({ ...standing, unread: 1 }) > 0 && mentionsMe(replica, reply)
    ? { ...next, rooms: change(next.rooms, reply.roomId, (room) => withMentions(room, by)) }
    : next;
}

/**
 * Where the whole thread is loaded its replies are counted anew: a standing that was fetched while replies came may have
 * counted some twice, or not at all. The room's own numbers have a head and are not off.
 */
function withRecount(replica: Replica, rootId: string | null): Replica {
  const standing = replica.standings[rootId ?? ""];
  if (!standing || rootId === null) return replica;
  const cursor = Math.max(standing.lastReadSeq, replica.reading[standing.roomId]?.threadsReadSeq ?? 0);
  const unread = findLoadedReplies(replica, rootId, cursor) ?? standing.unread;
  return unread === standing.unread
    ? replica
    : { ...replica, standings: put(replica.standings, rootId, { ...standing, unread }) };
}

/** These see the thread as it is after the event. */
export const recountReducers = [messages.MessageSent, messages.MessageDeletedEvent].map((event) =>
  on(event, (replica, { data: { message } }) => withRecount(replica, message.parentId)),
);

const withMentions = (room: rooms.MyRoom, by: number): rooms.MyRoom => ({
  ...room,
  unread: { ...room.unread, mentions: Math.max(0, room.unread.mentions + by) },
});

export const readingReducers = [
  onceOn(messages.MessageSent, (replica, { data: { message } }) => withReply(replica, message, 1)),
  onceOn(messages.MessageDeletedEvent, (replica, { data: { message } }) =>
    withReply(replica, { ...(replica.messages[message.id] ?? message), deletedAt: null }, -1),
  ),
  on(messages.MessagesRead, (replica, { data: { roomId, lastReadSeq, marks, threadsReadSeq } }) => {
    const room = replica.rooms[roomId];
    if (!room) return replica;
    const isNothingLeft = lastReadSeq >= room.head && marks.length === 0;
    const before = replica.reading[roomId]?.threadsReadSeq;
    const read: Replica = {
      ...replica,
      reading: put(replica.reading, roomId, { marks, threadsReadSeq }),
      rooms: put(replica.rooms, roomId, { ...room, unread: { ...room.unread, lastReadSeq } }),
    };
    const unread =
      findUnreadAtHead(read, roomId) ?? (isNothingLeft ? { count: 0, mentions: 0, firstUnreadSeq: null } : undefined);
    const isSure = unread !== undefined && (room.unread.threads === 0 || room.unread.mentions === 0);
    const counted: Replica = isSure
      ? { ...read, rooms: change(read.rooms, roomId, (one) => ({ ...one, unread: { ...one.unread, ...unread } })) }
      : withStaleRoom(read, roomId);
    return threadsReadSeq === before ? counted : withThreadsRead(counted, roomId, threadsReadSeq);
  }),
  on(messages.ThreadRead, (replica, { data: { roomId, rootId, standing } }) =>
    withThreadCursor(replica, rootId, { ...standing, roomId }),
  ),
];

/** Replies up to a number count as read in every thread of the room. */
function withThreadsRead(replica: Replica, roomId: string, threadsReadSeq: number): Replica {
  const room = replica.rooms[roomId];
  if (!room || room.unread.threads === 0) return replica;
  const inRoom = Object.entries(replica.standings).filter(([, standing]) => standing.roomId === roomId);
  const next = inRoom.reduce((state, [rootId, standing]) => {
    const unread = findUnreadReplies(state, rootId, roomId, standing.lastReadSeq) ?? standing.unread;
    return withStanding(state, rootId, { ...standing, unread });
  }, replica);
  return threadsReadSeq >= room.head ? withThreadsUnread(next, roomId, () => 0) : withStaleRoom(next, roomId);
}
