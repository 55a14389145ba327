/**
 * Readers of the log with a place of their own, at least once and in order of commit. A consumer's rows and its place are
 * written in one transaction, so that what it writes to the database happens exactly once. One process at a time runs a consumer.
 */
import type { Database, Session } from "../database/index.ts";
import { defineStatement } from "../database/index.ts";
import type { Log } from "../telemetry/index.ts";
import type { CommittedEvent } from "./event-text.ts";
import { type LogPosition, readFrontier, readSettled } from "./log.ts";

export type Consumer = {
  readonly name: string;
  readonly types: readonly string[];
  /** May be told late: it is not woken, and reads a bounded portion at a time while there is other work. */
  readonly patient: boolean;
  /** Reads, in one transaction, the events it is handed; gives what must be done after the commit. */
  consume(session: Session, events: readonly CommittedEvent[]): Promise<() => void>;
};

const batchSize = 500;
/** How soon who is woken reads; what comes while others read waits a little longer, to be read together. */
const soonMs = 1;
const togetherMs = 5;
/** Just after a wake-up an older transaction may still hold the frontier back. */
const onceMoreMs = 50;
const patienceMs = 1_000;
/** While so much comes, patient ones rest many times as long as they read: those who send meanwhile do not feel them. */
const busyPerSecond = 100;
const restRatio = 12;
const longestRestMs = 5_000;
const enroll = defineStatement(
  "consumers.enroll",
  `insert into consumers (name, xid, feed, seq) values ($1, $2::xid8, $3, $4) on conflict (name) do nothing`,
);
const newestTransaction = defineStatement(
  "consumers.newest",
  "select pg_snapshot_xmax(pg_current_snapshot())::text as xid",
);
const lockPosition = defineStatement(
  "consumers.lock",
  `select xid::text as xid, feed, seq from consumers where name = $1 for update skip locked`,
);
const movePosition = defineStatement(
  "consumers.move",
  `update consumers set xid = $2::xid8, feed = $3, seq = $4 where name = $1`,
);

export class Consumers {
  readonly #database: Database;
  readonly #log: Log;
  readonly #consumers: readonly Consumer[];
  /** Who read a moment ago, since they were woken; and who is to read next. */
  #woken: ReadonlySet<Consumer> = new Set();
  #due = new Set<Consumer>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #reading: Promise<unknown> = Promise.resolve();
  /** A verb's process says what it did, and leaves the reading to the server's. */
  #isStarted = false;
  #allReadAt = Number.NEGATIVE_INFINITY;
  #noticed = 0;
  #restedAt = 0;
  #restUntil = 0;
  #isBehind = false;

  constructor(options: { database: Database; log: Log; consumers: readonly Consumer[] }) {
    this.#database = options.database;
    this.#log = options.log;
    this.#consumers = options.consumers;
  }

  async start(): Promise<void> {
    await this.#database.query(async (session) => {
      const frontier = await readFrontier(session);
      for (const { name } of this.#consumers)
        await session.query(enroll, [name, frontier.xid, frontier.feed, frontier.seq]);
    });
    this.#isStarted = true;
    this.#schedule(0);
  }

  /** Says that there may be something to read of a type. Only who wants it reads: each reading is a transaction. */
  wake(type: string): void {
    if (!this.#isStarted) return;
    const isFirst = this.#due.size === 0;
    for (const consumer of this.#consumers)
      if (!consumer.patient && consumer.types.includes(type)) this.#due.add(consumer);
    if (isFirst && this.#running === undefined) this.#schedule(soonMs);
  }

  /** Says that something came which patient ones will read in their time. */
  notice(): void {
    this.#noticed++;
  }

  async stop(): Promise<void> {
    this.#isStarted = false;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** Reads until nothing is left; gives how many events were handed out. */
  drain(): Promise<number> {
    return this.#read(this.#consumers, Number.POSITIVE_INFINITY);
  }

  #read(consumers: readonly Consumer[], patientTurns: number): Promise<number> {
    // One after another: a place that another reading of this process holds would be passed over, as if it were read.
    const reading = this.#reading.then(() => this.#readEach(consumers, patientTurns));
    this.#reading = reading.catch(() => undefined);
    return reading;
  }

  async #readEach(consumers: readonly Consumer[], patientTurns: number): Promise<number> {
    let handled = 0;
    let patientMs = 0;
    let isBehind = false;
    for (const consumer of consumers) {
      const turns = consumer.patient ? patientTurns : Number.POSITIVE_INFINITY;
      const startedAt = performance.now();
      let count = batchSize;
      for (let turn = 0; count === batchSize && turn < turns; turn++) {
        count = await this.#turn(consumer);
        handled += count;
      }
      if (!consumer.patient) continue;
      patientMs += performance.now() - startedAt;
      isBehind ||= count === batchSize;
    }
    if (patientTurns > 0) this.#rest(patientMs, isBehind);
    return handled;
  }

  #rest(workedMs: number, isBehind: boolean): void {
    const now = performance.now();
    const isBusy = this.#noticed / (now - this.#restedAt) > busyPerSecond / 1_000;
    const restMs = isBusy ? Math.min(longestRestMs, workedMs * restRatio) : 0;
    this.#restUntil = now + Math.max(isBehind ? 0 : patienceMs, restMs);
    this.#restedAt = now;
    this.#noticed = 0;
    this.#isBehind = isBehind;
  }

  /** Waits until every transaction that is running now has ended: only then can the log be read to its end. */
  async awaitPast(): Promise<void> {
    const [now] = await this.#database.query((session) => session.query<{ xid: string }>(newestTransaction));
    for (;;) {
      const frontier = await this.#database.query(readFrontier);
      if (BigInt(frontier.xid) + 1n >= BigInt(now?.xid ?? 0)) return;
    }
  }

  #schedule(afterMs: number): void {
    clearTimeout(this.#timer);
    if (!this.#isStarted) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#readNext()
        .catch((error: unknown) => {
          this.#isBehind = false;
          this.#log.warn({ err: error }, "A consumer of the log failed; it goes on");
        })
        .finally(() => {
          this.#running = undefined;
          this.#schedule(this.#restMs());
        });
    }, afterMs);
  }

  /** Each second everyone reads, and in between who was woken, and once more who was woken before. */
  async #readNext(): Promise<void> {
    const now = performance.now();
    const [due, again] = [this.#due, this.#woken];
    [this.#due, this.#woken] = [new Set(), due];
    const isAll = now >= this.#allReadAt + patienceMs || (this.#isBehind && now >= this.#restUntil);
    if (isAll) this.#allReadAt = now;
    const consumers = isAll ? this.#consumers : this.#consumers.filter((one) => due.has(one) || again.has(one));
    await this.#read(consumers, isAll && now >= this.#restUntil ? 1 : 0);
  }

  #restMs(): number {
    if (this.#due.size > 0) return togetherMs;
    if (this.#woken.size > 0) return onceMoreMs;
    const now = performance.now();
    const untilAll = this.#allReadAt + patienceMs - now;
    return Math.max(togetherMs, this.#isBehind ? Math.min(untilAll, this.#restUntil - now) : untilAll);
  }

  async #turn(consumer: Consumer): Promise<number> {
    let afterCommit: () => void = () => undefined;
    const count = await this.#database.write(async (session) => {
      const [place] = await session.query<LogPosition>(lockPosition, [consumer.name]);
      if (!place) return 0;
      const { events, position } = await readSettled(session, place, consumer.types, batchSize);
      if (position.xid === place.xid && position.feed === place.feed) return 0;
      if (events.length > 0) afterCommit = await consumer.consume(session, events);
      await session.query(movePosition, [consumer.name, position.xid, position.feed, position.seq]);
      return events.length;
    });
    afterCommit();
    return count;
  }
}
