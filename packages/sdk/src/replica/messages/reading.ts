// Your cursors: in rooms and in threads.
import { messages, type rooms } from "@althing/contract";
import { change, drop, put } from "../records.ts";
import { on } from "../reducer.ts";
import { withStaleRoom } from "../stale.ts";
import type { Replica, Standing } from "../state.ts";
import { isOfOthers, mentionsMe } from "./message.ts";
import { findUnreadAtHead } from "./unread.ts";

type Followed = { root: messages.Message; standing: messages.ThreadStanding; head: number };

/** Takes a page of the threads that one follows. */
export const fromThreads = (replica: Replica, list: readonly Followed[]): Replica => ({
  ...replica,
  standings: list.reduce(
    (standings, { root, standing, head }) => put(standings, root.id, { ...standing, roomId: root.roomId, head }),
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

const withStanding = (replica: Replica, rootId: string, standing: Standing): Replica => ({
  ...replica,
  standings: put(replica.standings, rootId, standing),
});

/** Up to which number replies are read in a thread: by its own cursor, or by the one of all threads of the room. */
const readUpTo = (replica: Replica, { roomId, lastReadSeq }: Pick<Standing, "roomId" | "lastReadSeq">): number =>
  Math.max(lastReadSeq, replica.rooms[roomId]?.unread.threadsReadSeq ?? 0);

/** What waits in a thread as of a number of the room's feed; undefined where too little is loaded to tell. */
function findUnreadReplies(replica: Replica, rootId: string, cursor: number, head: number): number | undefined {
  if (cursor >= head) return 0;
  const thread = replica.threads[rootId];
  if (!thread || thread.hasNewer) return undefined;
  const replies = thread.replyIds.flatMap((id) => replica.messages[id] ?? []);
  return replies.filter((reply) => reply.seq > cursor && !reply.alsoInRoom && isOfOthers(replica, reply)).length;
}

/** The room's number and the thread's are the same where they were counted up to the same event; else only the server can tell. */
function withCursor(replica: Replica, rootId: string, told: Omit<Standing, "unread" | "head">): Replica {
  const { roomId } = told;
  const before = replica.standings[rootId];
  const room = replica.rooms[roomId];
  const head = Math.max(room?.head ?? 0, before?.head ?? 0);
  // Of a thread that one did not follow, the server counts nothing.
  const isCounted = before !== undefined && (before.following || !told.following);
  const isUnmoved = isCounted && readUpTo(replica, before) === readUpTo(replica, told);
  const unread = isUnmoved ? before.unread : findUnreadReplies(replica, rootId, readUpTo(replica, told), head);
  if (unread === undefined && !told.following) {
    return withStaleRoom({ ...replica, standings: drop(replica.standings, rootId) }, roomId);
  }
  const after: Standing = { ...told, unread: unread ?? before?.unread ?? 0, head: isUnmoved ? before.head : head };
  const next = withStanding(replica, rootId, after);
  const isSure = before !== undefined && unread !== undefined && head === room?.head && room.unread.mentions === 0;
  return isSure
    ? withThreadsUnread(next, roomId, (threads) => threads + weightOf(after) - weightOf(before))
    : withStaleRoom(next, roomId);
}

/** One reply more or less where it counts as unread. Those shown in the room too count there. */
function withReply(replica: Replica, seq: number, reply: messages.Message, by: 1 | -1): Replica {
  const { parentId: rootId, roomId } = reply;
  const standing = replica.standings[rootId ?? ""];
  if (!standing || rootId === null || reply.alsoInRoom || !isOfOthers(replica, reply)) return replica;
  if (reply.seq <= readUpTo(replica, standing)) return replica;
  // The thread and the room each count from the number on up to which they were fetched.
  const isNewToThread = seq > standing.head;
  const isNewToRoom = seq > (replica.rooms[roomId]?.head ?? 0);
  const next = isNewToThread
    ? withStanding(replica, rootId, { ...standing, unread: standing.unread + by, head: seq })
    : replica;
  const weight = weightOf({ ...standing, unread: by });
  if (!isNewToRoom || weight === 0) return next;
  const counted = withThreadsUnread(next, roomId, (threads) => threads + weight);
  return mentionsMe(replica, reply)
    ? { ...counted, rooms: change(counted.rooms, roomId, (room) => withMentions(room, by)) }
    : counted;
}

const withMentions = (room: rooms.MyRoom, by: number): rooms.MyRoom => ({
  ...room,
  unread: { ...room.unread, mentions: Math.max(0, room.unread.mentions + by) },
});

export const readingReducers = [
  on(messages.MessageSent, (replica, { seq, data: { message } }) => withReply(replica, seq, message, 1)),
  on(messages.MessageDeletedEvent, (replica, { seq, data: { message } }) =>
    withReply(replica, seq, { ...message, deletedAt: null }, -1),
  ),
  on(messages.MessagesRead, (replica, { data: { roomId, lastReadSeq, marks, threadsReadSeq } }) => {
    const room = replica.rooms[roomId];
    if (!room) return replica;
    const isNothingLeft = lastReadSeq >= room.head && marks.length === 0;
    const before = room.unread.threadsReadSeq;
    const read: Replica = {
      ...replica,
      reading: put(replica.reading, roomId, { marks }),
      rooms: put(replica.rooms, roomId, { ...room, unread: { ...room.unread, lastReadSeq, threadsReadSeq } }),
    };
    const unread =
      findUnreadAtHead(read, roomId) ?? (isNothingLeft ? { count: 0, mentions: 0, firstUnreadSeq: null } : undefined);
    const isSure = unread !== undefined && (room.unread.threads === 0 || room.unread.mentions === 0);
    const counted: Replica = isSure
      ? { ...read, rooms: change(read.rooms, roomId, (one) => ({ ...one, unread: { ...one.unread, ...unread } })) }
      : withStaleRoom(read, roomId);
    return threadsReadSeq === before ? counted : withThreadsRead(counted, roomId);
  }),
  on(messages.ThreadRead, (replica, { data: { roomId, rootId, standing } }) =>
    withCursor(replica, rootId, { ...standing, roomId }),
  ),
];

/** The cursor of all threads of the room has moved. */
function withThreadsRead(replica: Replica, roomId: string): Replica {
  const room = replica.rooms[roomId];
  if (!room) return replica;
  let isSure = room.unread.threadsReadSeq >= room.head;
  const next = Object.entries(replica.standings)
    .filter(([, standing]) => standing.roomId === roomId)
    .reduce((state, [rootId, standing]) => {
      const head = Math.max(room.head, standing.head);
      const unread = findUnreadReplies(state, rootId, readUpTo(state, standing), head);
      isSure &&= unread !== undefined;
      return unread === undefined ? state : withStanding(state, rootId, { ...standing, unread, head });
    }, replica);
  return isSure ? withThreadsUnread(next, roomId, () => 0) : withStaleRoom(next, roomId);
}
