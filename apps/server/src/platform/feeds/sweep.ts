// Finds events that this process has not published: those of other processes, and of commits whose reply was lost.
// It rests on nothing but the log, so that no wake-up has to arrive.
import { type Database, defineStatement } from "../database/index.ts";
import type { Log } from "../telemetry/index.ts";
import type { Hub } from "./hub.ts";
import { readAfter, readFrontier } from "./log.ts";

const pageSize = 1_000;
const selectMoved = defineStatement(
  "feeds.moved",
  `select feed, min(seq) as first, max(seq) as last from events
   where xid > $1::xid8 and xid <= $2::xid8 group by feed`,
);

export class Sweep {
  readonly #database: Database;
  readonly #hub: Hub;
  readonly #log: Log;
  readonly #intervalMs: number;
  #position: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  /** About to run, or running. */
  #isImminent = false;
  #stopped = false;

  constructor(options: { database: Database; hub: Hub; log: Log; intervalMs: number }) {
    this.#database = options.database;
    this.#hub = options.hub;
    this.#log = options.log;
    this.#intervalMs = options.intervalMs;
  }

  start(): void {
    this.#turn(this.#intervalMs);
  }

  #turn(afterMs: number): void {
    this.#timer = setTimeout(() => {
      this.#isImminent = true;
      this.#running = this.once()
        .catch((error: unknown) => this.#log.warn({ err: error }, "The sweep of the log failed; it goes on"))
        .finally(() => {
          this.#isImminent = false;
          if (!this.#stopped) this.#turn(this.#intervalMs);
        });
    }, afterMs);
  }

  /** Looks now instead of at the next turn. */
  hasten(): void {
    if (this.#stopped || this.#isImminent) return;
    clearTimeout(this.#timer);
    this.#isImminent = true;
    this.#turn(0);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  async once(): Promise<void> {
    const from = this.#position;
    const frontier = await this.#database.query(readFrontier);
    if (from !== undefined && from !== frontier.xid) await this.#publishForeign(from, frontier.xid);
    this.#position = frontier.xid;
  }

  async #publishForeign(from: string, to: string): Promise<void> {
    await this.#database.query(async (session) => {
      const moved = await session.query<{ feed: string; first: number; last: number }>(selectMoved, [from, to]);
      for (const { feed, first, last } of moved) {
        for (let after = this.#hub.untoldAfter(feed, first, last); after !== undefined && after < last; ) {
          const events = await readAfter(session, feed, after, last, pageSize);
          this.#hub.publish(events);
          after = events.at(-1)?.seq;
        }
      }
    });
  }
}
