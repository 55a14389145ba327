// What is loaded of rooms and threads: pages, and the events that change what they hold.
import { type FeedName, messages, parseFeed } from "@althing/contract";
import { change, drop, put } from "../records.ts";
import { on } from "../reducer.ts";
import type { Replica } from "../state.ts";
import { isInRoom, withLoaded, withMessage, withThreadSummary } from "./message.ts";
import { inOrder, joinInOrder, without } from "./order.ts";

type Message = messages.Message;
type MessagePage = { items: readonly Message[]; next: string | null; previous: string | null };

/** Takes a page of a room: the first one, or one that was asked for on from an end of what is loaded. */
export function fromMessagePage(
  replica: Replica,
  roomId: string,
  page: MessagePage,
  side: "fresh" | "older" | "newer" = "fresh",
): Replica {
  const next = withLoaded(replica, page.items);
  const present = side === "fresh" ? undefined : replica.timelines[roomId];
  const ids = page.items.map(({ id }) => id);
  const timeline = {
    ids: present ? joinInOrder(present.ids, ids, next.messages) : ids,
    hasOlder: present && side === "newer" ? present.hasOlder : page.previous !== null,
    hasNewer: present && side === "older" ? present.hasNewer : page.next !== null,
    upToSeq: Math.max(present?.upToSeq ?? 0, page.items.at(-1)?.seq ?? 0),
  };
  return { ...next, timelines: put(replica.timelines, roomId, timeline) };
}

type LoadedThread = {
  root: Message;
  replies: readonly Message[];
  standing: messages.ThreadStanding;
  hasMore: boolean;
  head: number;
};

export function fromThread(replica: Replica, { root, replies, standing, hasMore, head }: LoadedThread): Replica {
  const next = withLoaded(replica, [root, ...replies]);
  const ids = replies.map(({ id }) => id);
  const present = replica.threads[root.id]?.replyIds ?? [];
  return {
    ...next,
    standings: put(replica.standings, root.id, { ...standing, roomId: root.roomId, head }),
    threads: put(replica.threads, root.id, {
      roomId: root.roomId,
      replyIds: joinInOrder(present, ids, next.messages),
      hasNewer: hasMore,
    }),
  };
}

export const fromPins = (replica: Replica, roomId: string, pinned: readonly Message[]): Replica => ({
  ...withLoaded(replica, pinned),
  pins: put(
    replica.pins,
    roomId,
    pinned.map(({ id }) => id),
  ),
});

/** Whether a new message belongs to the loaded run. Behind a page that came first, an event may be older than the run. */
function isInTimeline(replica: Replica, message: Message): boolean {
  const timeline = replica.timelines[message.roomId];
  if (!timeline || timeline.hasNewer || !isInRoom(message)) return false;
  const first = replica.messages[timeline.ids[0] ?? ""];
  return !timeline.hasOlder || first === undefined || message.seq > first.seq;
}

const isInThread = (replica: Replica, { parentId }: Message): boolean =>
  parentId !== null && replica.threads[parentId]?.hasNewer === false;

function withSent(replica: Replica, message: Message): Replica {
  const inTimeline = isInTimeline(replica, message);
  const inThread = isInThread(replica, message);
  if (!inTimeline && !inThread) return replica;
  const next = withMessage(replica, message);
  return {
    ...next,
    timelines: change(next.timelines, inTimeline ? message.roomId : null, (timeline) => ({
      ...timeline,
      ids: inOrder(timeline.ids, next.messages, message.id),
    })),
    threads: change(next.threads, inThread ? message.parentId : null, (thread) => ({
      ...thread,
      replyIds: inOrder(thread.replyIds, next.messages, message.id),
    })),
  };
}

/** An event from before what a page brought: a page may be ahead of the events that are still to come. */
const isOutdated = (replica: Replica, id: string, version: number): boolean =>
  version < (replica.messages[id]?.version ?? 0);

function withChanged(replica: Replica, message: Message): Replica {
  if (isOutdated(replica, message.id, message.version)) return replica;
  const next = message.id in replica.messages ? withMessage(replica, message) : replica;
  return withPin(next, message.roomId, message.id, message.pinned);
}

/** A pin of a message that is not held leaves the room's pins unknown: they are loaded anew when looked at. */
function withPin(replica: Replica, roomId: string, messageId: string, pinned: boolean): Replica {
  const known = replica.pins[roomId];
  if (!known || known.includes(messageId) === pinned) return replica;
  if (!pinned) return { ...replica, pins: put(replica.pins, roomId, without(known, new Set([messageId]))) };
  if (!(messageId in replica.messages)) return { ...replica, pins: drop(replica.pins, roomId) };
  return { ...replica, pins: put(replica.pins, roomId, [messageId, ...known]) };
}

const onPin = (definition: typeof messages.MessagePinned | typeof messages.MessageUnpinned, pinned: boolean) =>
  on(definition, (replica, { feed, data: { messageId, version } }) => {
    if (isOutdated(replica, messageId, version)) return replica;
    const messages = change(replica.messages, messageId, (message) => ({ ...message, pinned, version }));
    return withPin({ ...replica, messages }, parseFeed(feed as FeedName).id, messageId, pinned);
  });

const onReaction = (definition: typeof messages.ReactionAdded | typeof messages.ReactionRemoved, added: boolean) =>
  on(definition, (replica, { data: { messageId, emoji, account, count } }) => ({
    ...replica,
    messages: change(replica.messages, messageId, (message) => {
      const before = message.reactions.find((reaction) => reaction.emoji === emoji);
      const mine = account.id === replica.accountId ? added : (before?.mine ?? false);
      const after = { emoji, count, mine };
      const reactions = before
        ? message.reactions.map((reaction) => (reaction === before ? after : reaction))
        : [...message.reactions, after];
      return { ...message, reactions: reactions.filter((reaction) => reaction.count > 0) };
    }),
  }));

export const windowReducers = [
  on(messages.MessageSent, (replica, { data: { message, thread } }) =>
    withThreadSummary(withSent(replica, message), message.parentId, thread),
  ),
  on(messages.MessageEdited, (replica, { data: { message } }) => withChanged(replica, message)),
  on(messages.MessageDeletedEvent, (replica, { data: { message, thread } }) =>
    withThreadSummary(withChanged(replica, message), message.parentId, thread),
  ),
  on(messages.MessageMovedAway, (replica, { feed, data: { messageIds, parentId, thread } }) => {
    const roomId = parseFeed(feed as FeedName).id;
    // It may have come to the other room before it left this one.
    const gone = new Set<string>(messageIds.filter((id) => replica.messages[id]?.roomId === roomId));
    const left = new Set<string>(messageIds);
    return withThreadSummary(
      {
        ...replica,
        messages: drop(replica.messages, ...gone),
        threads: drop(
          change(replica.threads, parentId, (one) => ({ ...one, replyIds: without(one.replyIds, left) })),
          ...messageIds.filter((id) => replica.threads[id]?.roomId === roomId),
        ),
        timelines: change(replica.timelines, roomId, (one) => ({ ...one, ids: without(one.ids, left) })),
        pins: change(replica.pins, roomId, (ids) => without(ids, left)),
      },
      parentId,
      thread,
    );
  }),
  onReaction(messages.ReactionAdded, true),
  onReaction(messages.ReactionRemoved, false),
  onPin(messages.MessagePinned, true),
  onPin(messages.MessageUnpinned, false),
];
