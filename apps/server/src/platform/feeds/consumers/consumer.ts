/**
 * Readers of the log with a place of their own, at least once and in order of commit. A consumer's rows and its place are
 * written in one transaction, so that what it writes to the database happens exactly once. One process at a time runs a consumer.
 */
import type { Database, Session } from "../../database/index.ts";
import { defineStatement } from "../../database/index.ts";
import type { CommittedEvent } from "../event-text.ts";
import { type LogPosition, readFrontier, readSettled } from "../log.ts";

export type Consumer = {
  readonly name: string;
  readonly types: readonly string[];
  /** May be told late: it is not woken, and reads a bounded portion at a time while there is other work. */
  readonly patient: boolean;
  /** Reads, in one transaction, the events it is handed; gives what must be done after the commit. */
  consume(session: Session, events: readonly CommittedEvent[]): Promise<() => void>;
};

const enroll = defineStatement(
  "consumers.enroll",
  `insert into consumers (name, xid, feed, seq) values ($1, $2::xid8, $3, $4) on conflict (name) do nothing`,
);
const lockPosition = defineStatement(
  "consumers.lock",
  `select xid::text as xid, feed, seq from consumers where name = $1 for update skip locked`,
);
const movePosition = defineStatement(
  "consumers.move",
  `update consumers set xid = $2::xid8, feed = $3, seq = $4 where name = $1`,
);

/** Who is new begins at the log's end. */
export const enrollConsumers = (database: Database, consumers: readonly Consumer[]): Promise<void> =>
  database.query(async (session) => {
    const frontier = await readFrontier(session);
    for (const { name } of consumers) await session.query(enroll, [name, frontier.xid, frontier.feed, frontier.seq]);
  });

/** Hands a consumer the next events, so many at most; gives how many there were. None where another process reads. */
export async function readPortion(database: Database, consumer: Consumer, size: number): Promise<number> {
  let afterCommit: () => void = () => undefined;
  const count = await database.write(async (session) => {
    const [place] = await session.query<LogPosition>(lockPosition, [consumer.name]);
    if (!place) return 0;
    const { events, position } = await readSettled(session, place, consumer.types, size);
    if (position.xid === place.xid && position.feed === place.feed) return 0;
    if (events.length > 0) afterCommit = await consumer.consume(session, events);
    await session.query(movePosition, [consumer.name, position.xid, position.feed, position.seq]);
    return events.length;
  });
  afterCommit();
  return count;
}
