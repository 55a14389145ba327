/**
 * What waits in a room. Where the loaded window reaches back to the cursor it is counted from the messages; elsewhere the
 * server's numbers are kept and moved by each event. What an event cannot tell marks the room stale instead of guessing.
 */
import { messages, type rooms } from "@althing/contract";
import { change } from "../records.ts";
import { onceOn } from "../reducer.ts";
import { withStaleRoom } from "../stale.ts";
import type { Mark, Replica } from "../state.ts";
import { isInRoom, isOfOthers, mentionsMe } from "./message.ts";

type Message = messages.Message;
type Unread = rooms.Unread;

const nothing: Unread = { count: 0, mentions: 0, firstUnreadSeq: null, threads: 0, lastReadSeq: 0, threadsReadSeq: 0 };
const most = messages.messageLimits.unreadCount;

/** What is unread in a room, as the server derives it. */
export const unreadOf = (replica: Replica, roomId: string): Unread =>
  findDerivedUnread(replica, roomId) ?? replica.rooms[roomId]?.unread ?? nothing;

/** The messages marked unread before the cursor. A snapshot only tells whether there are any. */
function findMarks(replica: Replica, roomId: string): readonly Mark[] | undefined {
  const known = replica.reading[roomId]?.marks;
  if (known) return known;
  const unread = replica.rooms[roomId]?.unread;
  const hasMarks = unread !== undefined && (unread.firstUnreadSeq ?? Infinity) <= unread.lastReadSeq;
  return hasMarks ? undefined : [];
}

/** Counts the loaded messages, up to a number; undefined where they do not reach from the cursor to the live end. */
function findDerivedUnread(replica: Replica, roomId: string, upToSeq = Infinity): Unread | undefined {
  const unread = replica.rooms[roomId]?.unread;
  const timeline = replica.timelines[roomId];
  const marks = findMarks(replica, roomId);
  if (!unread || !timeline || timeline.hasNewer || !marks) return undefined;
  const window = timeline.ids.flatMap((id) => replica.messages[id] ?? []);
  if (timeline.hasOlder && (window[0]?.seq ?? Infinity) > unread.lastReadSeq + 1) return undefined;
  const marked = marks.flatMap(({ messageId }) => replica.messages[messageId] ?? []);
  if (marked.length < marks.length) return undefined;
  const after = window.filter(({ seq }) => seq > unread.lastReadSeq);
  const counted = [...new Set([...marked, ...after])].filter(
    (message) => message.seq <= upToSeq && isOfOthers(replica, message),
  );
  return {
    ...unread,
    count: Math.min(counted.length, most),
    // Mentions in threads count too; where some wait there, the kept number knows better.
    mentions: unread.threads > 0 ? unread.mentions : counted.filter((message) => mentionsMe(replica, message)).length,
    firstUnreadSeq: counted.length === 0 ? null : Math.min(...counted.map(({ seq }) => seq)),
  };
}

/**
 * The same as of the room's head, to be kept: the events after it add to it. Undefined also where the window is behind
 * the head, as it may be for a moment after the room was fetched.
 */
export function findUnreadAtHead(replica: Replica, roomId: string): Unread | undefined {
  const head = replica.rooms[roomId]?.head ?? 0;
  const isBehind = (replica.timelines[roomId]?.upToSeq ?? 0) < head;
  return isBehind ? undefined : findDerivedUnread(replica, roomId, head);
}

/** Whether it may be one of the marked messages, which a snapshot does not name. */
const mayBeMarked = (replica: Replica, { roomId, seq }: Message): boolean =>
  findMarks(replica, roomId) === undefined && seq <= (replica.rooms[roomId]?.unread.lastReadSeq ?? 0);

/** Whether the message is one of those that a room's numbers count. */
function isCounted(replica: Replica, message: Message): boolean {
  const lastReadSeq = replica.rooms[message.roomId]?.unread.lastReadSeq ?? 0;
  const marks = replica.reading[message.roomId]?.marks ?? [];
  if (!isOfOthers(replica, message)) return false;
  return marks.some(({ messageId }) => messageId === message.id) || (isInRoom(message) && message.seq > lastReadSeq);
}

const withUnread = (replica: Replica, roomId: string, alter: (unread: Unread) => Partial<Unread>): Replica => ({
  ...replica,
  rooms: change(replica.rooms, roomId, (room) => ({ ...room, unread: { ...room.unread, ...alter(room.unread) } })),
});

const withOneMore = (replica: Replica, message: Message): Replica =>
  withUnread(replica, message.roomId, (unread) => ({
    count: Math.min(unread.count + 1, most),
    mentions: unread.mentions + (mentionsMe(replica, message) ? 1 : 0),
    firstUnreadSeq: unread.firstUnreadSeq ?? message.seq,
  }));

function withOneLess(replica: Replica, message: Message): Replica {
  const next = withUnread(replica, message.roomId, ({ count, mentions, firstUnreadSeq }) => ({
    count: count - 1,
    mentions: mentions - (mentionsMe(replica, message) ? 1 : 0),
    firstUnreadSeq: count === 1 ? null : firstUnreadSeq,
  }));
  const before = replica.rooms[message.roomId]?.unread;
  const isUnsure = before && before.count > 1 && (before.count === most || before.firstUnreadSeq === message.seq);
  return isUnsure ? withStaleRoom(next, message.roomId) : next;
}

/** A message changed or went. What it counted before is known only if it is held as it was before. */
function withRecount(replica: Replica, after: Message): Replica {
  if (mayBeMarked(replica, after)) return withStaleRoom(replica, after.roomId);
  const held = replica.messages[after.id];
  const before = held && held.version < after.version ? held : undefined;
  if (!before)
    return isCounted(replica, { ...after, deletedAt: null }) ? withStaleRoom(replica, after.roomId) : replica;
  if (!isCounted(replica, before)) return replica;
  if (!isCounted(replica, after)) return withOneLess(replica, before);
  const by = Number(mentionsMe(replica, after)) - Number(mentionsMe(replica, before));
  return by === 0 ? replica : withUnread(replica, after.roomId, ({ mentions }) => ({ mentions: mentions + by }));
}

/** These see the state before the message itself has changed. */
export const unreadReducers = [
  onceOn(messages.MessageSent, (replica, { data: { message } }) => {
    const { roomId, createdAt: lastMessageAt } = message;
    const next = { ...replica, rooms: change(replica.rooms, roomId, (room) => ({ ...room, lastMessageAt })) };
    return isCounted(next, message) ? withOneMore(next, message) : next;
  }),
  onceOn(messages.MessageEdited, (replica, { data: { message } }) => withRecount(replica, message)),
  onceOn(messages.MessageDeletedEvent, (replica, { data: { message } }) => withRecount(replica, message)),
  onceOn(messages.MessageMovedAway, (replica, { feed, data: { messageIds } }) => {
    const roomId = feed.slice("room:".length);
    const held = messageIds.flatMap((id) => replica.messages[id] ?? []).filter((one) => one.roomId === roomId);
    const next = held.filter((one) => isCounted(replica, one)).reduce(withOneLess, replica);
    const isUnsure = held.length < messageIds.length && (replica.rooms[roomId]?.unread.count ?? 0) > 0;
    return isUnsure ? withStaleRoom(next, roomId) : next;
  }),
];
