// The log of all feeds: numbers under heads that are locked last and in order, so that they have no gaps and rise by commit.
import { defineStatement, type Session } from "../database/index.ts";
import { type CommittedEvent, type StoredEvent, withText } from "./event-text.ts";

export type HeadRequest = {
  feed: string;
  count: number;
  /** How many of them take a stamp: a time in microseconds that strictly rises in the feed. */
  stamps: number;
  /** The lowest value for the last of these stamps, in microseconds since 1970. */
  stampAtLeast: number;
};
export type Head = { head: number; stamp: number };
export type AdvancedHead = { head: number /** The feed's newest stamp before. */; stampBefore: number };

const takeHeads = defineStatement(
  "feeds.take_heads",
  `insert into feeds as f (feed, head, stamp)
   select t.feed, t.count, case when t.stamps > 0 then t.at_least else 0 end
   from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[]) as t (feed, count, stamps, at_least)
   order by t.feed collate "C"
   on conflict (feed) do update set
     head = f.head + excluded.head,
     stamp = case when excluded.stamp = 0 then f.stamp
                  else greatest(f.stamp + (select s from unnest($1::text[], $3::bigint[]) as u (n, s) where u.n = f.feed), excluded.stamp) end
   returning f.feed, f.head, coalesce(old.stamp, 0) as "stampBefore"`,
);

/** Advances the heads, locking them in the order of their names, and gives the new values. Call it last in a transaction. */
export async function advanceHeads(
  session: Session,
  requests: readonly HeadRequest[],
): Promise<Map<string, AdvancedHead>> {
  const rows = await session.query<{ feed: string } & AdvancedHead>(takeHeads, [
    requests.map((request) => request.feed),
    requests.map((request) => request.count),
    requests.map((request) => request.stamps),
    requests.map((request) => request.stampAtLeast),
  ]);
  return new Map(rows.map((row) => [row.feed, row]));
}

/** JSON holds no control character, so this one can stand between texts of it: an array of them would have every quote escaped. */
const separator = "\u001e";
const insertEvents = defineStatement(
  "feeds.insert_events",
  `insert into events (feed, seq, id, type, at, actor, data, trace)
   select * from unnest($1::text[], $2::bigint[], $3::uuid[], $4::text[], $5::timestamptz[], $6::uuid[],
     string_to_array($7, chr(30))::json[], $8::text[])`,
);

export async function appendEvents(session: Session, events: readonly StoredEvent[]): Promise<void> {
  await session.query(insertEvents, [
    events.map((event) => event.feed),
    events.map((event) => event.seq),
    events.map((event) => event.id),
    events.map((event) => event.type),
    events.map((event) => event.at),
    events.map((event) => event.actor),
    events.map((event) => event.data).join(separator),
    events.map((event) => event.trace ?? null),
  ]);
}

const selectHeads = defineStatement("feeds.heads", "select feed, head, stamp from feeds where feed = any ($1::text[])");

/** The heads of feeds; one that has no event yet is at 0. */
export async function readHeads(session: Session, feeds: readonly string[]): Promise<Map<string, Head>> {
  const rows = await session.query<{ feed: string } & Head>(selectHeads, [feeds]);
  const heads = new Map<string, Head>(feeds.map((feed) => [feed, { head: 0, stamp: 0 }]));
  for (const row of rows) heads.set(row.feed, row);
  return heads;
}

/** The head of a feed as an expression, for a statement whose answer must be as of a number. `feed` is an expression too. */
export const headOf = (feed: string): string => `(select coalesce(max(head), 0) from feeds where feed = ${feed})`;

type EventRow = Omit<StoredEvent, "at"> & { at: Date };
const columns = "feed, seq, id, type, at, actor, data::text as data, trace";
const toEvent = (row: EventRow): CommittedEvent => withText({ ...row, at: row.at.toISOString() });

const selectAfter = defineStatement(
  "feeds.after",
  `select ${columns} from events where feed = $1 and seq > $2 and seq <= $3 order by seq limit $4`,
);

/** Events of one feed after a number up to another, in order. A first one above `after + 1` means that the log was trimmed. */
export async function readAfter(
  session: Session,
  feed: string,
  after: number,
  upTo: number,
  limit: number,
): Promise<CommittedEvent[]> {
  return (await session.query<EventRow>(selectAfter, [feed, after, upTo, limit])).map(toEvent);
}

export const firstPage = 100;
const largestPage = 1_000;
const pageLength = 256 * 1024;

/** How many events to read next, judging by the length of these: what waits for a reader is held in memory. */
export function nextPage(events: readonly CommittedEvent[]): number {
  const length = events.reduce((sum, { text }) => sum + text.length, 0);
  return Math.min(largestPage, Math.max(1, Math.floor((pageLength * events.length) / length)));
}

/** A place in the order in which consumers read: by transaction, then feed and number. */
export type LogPosition = { xid: string; feed: string; seq: number };

const selectSettled = defineStatement(
  "feeds.settled",
  `select ${columns}, xid::text as xid from events
   where (xid, feed, seq) > ($1::xid8, $2::text collate "C", $3::bigint) and xid <= $4::xid8 and type = any ($5::text[])
   order by xid, feed, seq limit $6`,
);

/**
 * Events of some types, of all feeds, after a position, only of transactions below the oldest one still running:
 * what is read here can never be preceded by something that commits later.
 */
export async function readSettled(
  session: Session,
  after: LogPosition,
  types: readonly string[],
  limit: number,
): Promise<{ events: CommittedEvent[]; position: LogPosition }> {
  const frontier = await readFrontier(session);
  const values = [after.xid, after.feed, after.seq, frontier.xid, types, limit];
  const rows = await session.query<EventRow & { xid: string }>(selectSettled, values);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return { events: rows.map(toEvent), position: last ? { xid: last.xid, feed: last.feed, seq: last.seq } : frontier };
}

const selectFrontier = defineStatement(
  "feeds.frontier",
  "select (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text as xid",
);

/** The position just below the oldest running transaction: where a reader of only new events begins. */
export async function readFrontier(session: Session): Promise<LogPosition> {
  const [row] = await session.query<{ xid: string }>(selectFrontier);
  return { xid: row?.xid ?? "0", feed: "~", seq: 0 };
}
