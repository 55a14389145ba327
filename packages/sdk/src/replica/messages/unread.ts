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

const nothing: Unread = { count: 0, mentions: 0, firstUnreadSeq: null, threads: 0, lastReadSeq: 0 };
const most = messages.messageLimits.unreadCount;

/** What is unread in a room, as the server derives it. */
export const unreadOf = (replica: Replica, roomId: string): Unread =>
  findDerivedUnread(replica, roomId) ?? replica.rooms[roomId]?.unread ?? nothing;

/** The messages marked unread before the cursor. A snapshot only tells whether there are any. */
function findMarks(replica: Replica, roomId: string): readonly Mark[] | undefined {
  const known = replica.reading[roomId]?.marks;
  if (known) return known;
  const unread = replica.rooms[roomId]?.unread;
  const hasMarks = unread !== undefined && (unread.firstUnreadSeq ?? Number.POSITIVE_INFINITY) <= unread.lastReadSeq;
  return hasMarks ? undefined : [];
}

/** Undefined where the loaded messages do not reach from the cursor to the live end. */
export function findDerivedUnread(replica: Replica, roomId: string): Unread | undefined {
  const unread = replica.rooms[roomId]?.unread;
  const timeline = replica.timelines[roomId];
  const marks = findMarks(replica, roomId);
  if (!unread || !timeline || timeline.hasNewer || !marks) return undefined;
  const window = timeline.ids.flatMap((id) => replica.messages[id] ?? []);
  if (timeline.hasOlder && (window[0]?.seq ?? Number.POSITIVE_INFINITY) > unread.lastReadSeq + 1) return undefined;
  const marked = marks.flatMap(({ messageId }) => replica.messages[messageId] ?? []);
  if (marked.length < marks.length) return undefined;
  const after = window.filter(({ seq }) => seq > unread.lastReadSeq);
  const counted = [...new Set([...marked, ...after])].filter((message) => isOfOthers(replica, message));
  return {
    ...unread,
    count: Math.min(counted.length, most),
    mentions: counted.filter((message) => mentionsMe(replica, message)).length,
    firstUnreadSeq: counted.length === 0 ? null : Math.min(...counted.map(({ seq }) => seq)),
  };
}

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

/** A message changed or went: what it counted before is known only if it is held. */
function withRecount(replica: Replica, before: Message | undefined, after: Message): Replica {
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
    const next = isInRoom(message)
      ? {
          ...replica,
          rooms: change(replica.rooms, message.roomId, (room) => ({ ...room, lastMessageAt: message.createdAt })),
        }
      : replica;
    return isCounted(next, message) ? withOneMore(next, message) : next;
  }),
  onceOn(messages.MessageEdited, (replica, { data: { message } }) =>
    withRecount(replica, replica.messages[message.id], message),
  ),
  onceOn(messages.MessageDeletedEvent, (replica, { data: { message } }) =>
    withRecount(replica, replica.messages[message.id], message),
  ),
  onceOn(messages.MessageMovedAway, (replica, { feed, data: { messageIds } }) => {
    const roomId = feed.slice("room:".length);
    const held = messageIds.flatMap((id) => replica.messages[id] ?? []).filter((one) => one.roomId === roomId);
    const next = held.filter((one) => isCounted(replica, one)).reduce(withOneLess, replica);
    const isUnsure = held.length < messageIds.length && (replica.rooms[roomId]?.unread.count ?? 0) > 0;
    return isUnsure ? withStaleRoom(next, roomId) : next;
  }),
];
