/** What events change in the rollups of their rooms. */
import { type EventOf, type FeedName, messages, parseFeed } from "@althing/contract";
import { type HeardEvent, isEvent } from "../../kernel/module.ts";
import type { PeopleRow, ThreadRow } from "./tables.ts";

export type Tally = {
  readonly people: PeopleRow[];
  readonly threads: ThreadRow[];
  /** Roots whose first answer is to be looked up anew. */
  readonly rootIds: Set<string>;
  /** The rooms of messages that were deleted, by message: their reactions count no longer. */
  readonly deleted: Map<string, string>;
};

export const roomOf = (event: Pick<HeardEvent, "feed">): string => parseFeed(event.feed as FeedName).id;

/** Each room, day and person may come more than once. */
export function tally(events: readonly HeardEvent[]): Tally {
  const changes: Tally = { people: [], threads: [], rootIds: new Set(), deleted: new Map() };
  for (const event of events) {
    if (isEvent(event, messages.MessageSent)) count(changes, event, 1);
    if (isEvent(event, messages.MessageDeletedEvent)) count(changes, event, -1);
    if (isEvent(event, messages.ReactionAdded)) changes.people.push(reacted(event, 1));
    if (isEvent(event, messages.ReactionRemoved)) changes.people.push(reacted(event, -1));
  }
  return changes;
}

type Told = EventOf<typeof messages.MessageSent> | EventOf<typeof messages.MessageDeletedEvent>;
type Reacted = EventOf<typeof messages.ReactionAdded> | EventOf<typeof messages.ReactionRemoved>;

/** The day in UTC of a time on the wire. */
const dayOf = (at: string): string => at.slice(0, 10);

function count({ people, threads, rootIds, deleted }: Tally, event: Told, by: 1 | -1): void {
  const { id, kind, author, parentId, createdAt } = event.data.message;
  if (kind === "system") return;
  const place = { roomId: roomOf(event), day: dayOf(createdAt) };
  const isReply = parentId !== null;
  people.push({ ...place, accountId: author.id, messages: by, replies: isReply ? by : 0, reactions: 0 });
  if (isReply) threads.push({ ...place, rootId: parentId, replies: by });
  if (by < 0) deleted.set(id, place.roomId);
  // A new root has no answer yet.
  if (isReply || by < 0) rootIds.add(parentId ?? id);
}

function reacted(event: Reacted, by: 1 | -1): PeopleRow {
  const { account, reactedAt } = event.data;
  const place = { roomId: roomOf(event), day: dayOf(reactedAt) };
  return { ...place, accountId: account.id, messages: 0, replies: 0, reactions: by };
}

/** Each room, day and person once, in the order of these. */
export const sumPeople = (rows: readonly PeopleRow[]): PeopleRow[] =>
  fold(
    rows,
    ({ roomId, day, accountId }) => `${roomId} ${day} ${accountId}`,
    (one, other) => ({
      ...one,
      messages: one.messages + other.messages,
      replies: one.replies + other.replies,
      reactions: one.reactions + other.reactions,
    }),
  );

/** Each room, day and thread once, in the order of these. */
export const sumThreads = (rows: readonly ThreadRow[]): ThreadRow[] =>
  fold(
    rows,
    ({ roomId, day, rootId }) => `${roomId} ${day} ${rootId}`,
    (one, other) => ({ ...one, replies: one.replies + other.replies }),
  );

function fold<Row>(rows: readonly Row[], keyOf: (row: Row) => string, add: (one: Row, other: Row) => Row): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = sums.get(key);
    sums.set(key, known === undefined ? row : add(known, row));
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
}
