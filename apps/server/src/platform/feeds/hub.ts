/**
 * Hands committed events to whoever follows a feed in this process: each follower gets `last + 1` or nothing.
 *
 * Events arrive three ways, and any order of them is right: from the transaction that just committed, from the log when
 * a number is missing, and from the sweep, which finds what other processes (or a commit whose reply was lost) wrote.
 * A followed feed remembers the number it published last; the same number never goes out twice, a jump is read from the log.
 */
import { setTimeout as delay } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { Database } from "../database/index.ts";
import type { Log } from "../telemetry/index.ts";
import { type CommittedEvent, eventText, framesOf } from "./event-text.ts";
import { firstPage, nextPage, readAfter, readHeads } from "./log.ts";

/** Where the events of all followed feeds go out, one frame for what was committed together, or a few if that is much. */
export type Outlet = (feed: string, frame: string, events: readonly { seq: number; text: string }[]) => void;
export type Listener = (event: CommittedEvent) => void;

/** How a follower is fed: `deliver` may be waited for while it catches up; `attach` begins the live part, at once. */
export type Follower = {
  deliver(events: readonly CommittedEvent[]): void | Promise<void>;
  attach(): void;
};
export type Followed = { head: number; reload: boolean };

type FollowedFeed = {
  published: number;
  /** When the head last moved, by the monotonic clock. */
  movedAt: number;
  followers: number;
  healing: Promise<void> | undefined;
  behind: boolean;
};

const knownFeeds = 100_000;

export class Hub {
  readonly #feeds = new Map<string, Promise<FollowedFeed> | FollowedFeed>();
  readonly #known = new LRUCache<string, number>({ max: knownFeeds });
  /** What listeners have been told of a feed, without a gap. */
  readonly #told = new LRUCache<string, { from: number; to: number }>({ max: knownFeeds });
  readonly #outlets = new Set<Outlet>();
  readonly #listeners = new Map<string, Listener[]>();
  readonly #database: Database;
  readonly #log: Log;
  readonly #resumeLimit: number;
  readonly #onLogRead: () => void;
  #asked: { feeds: Set<string>; heads: Promise<Map<string, { head: number }>> } | undefined;
  #closed = false;

  constructor(options: { database: Database; log: Log; resumeLimit: number; onLogRead?: (() => void) | undefined }) {
    this.#database = options.database;
    this.#log = options.log;
    this.#resumeLimit = options.resumeLimit;
    this.#onLogRead = options.onLogRead ?? (() => undefined);
  }

  addOutlet(outlet: Outlet): () => void {
    this.#outlets.add(outlet);
    return () => this.#outlets.delete(outlet);
  }

  /** Hears every durable event of a type that is committed anywhere, whether or not anyone follows its feed. At least once. */
  listen(type: string, listener: Listener): () => void {
    this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener]);
    return () => this.#listeners.set(type, this.#listeners.get(type)?.filter((one) => one !== listener) ?? []);
  }

  /** Takes what a transaction of this process has committed, in the order of its numbers. */
  publish(events: readonly CommittedEvent[]): void {
    for (const [feed, run] of groupByFeed(events)) {
      const last = run[run.length - 1] as CommittedEvent;
      this.#known.set(feed, Math.max(last.seq, this.#known.get(feed) ?? 0));
      this.#tellRun(feed, run);
      const entry = this.#feeds.get(feed);
      if (entry === undefined) continue;
      if (entry instanceof Promise) void entry.then((opened) => this.#take(feed, opened, run)).catch(() => undefined);
      else this.#take(feed, entry, run);
    }
  }

  /** Sends a passing sign to the live followers of a feed. It has no number and may be lost. */
  broadcast(feed: string, type: string, actor: string | null, data: unknown, id: string, at: string): void {
    if (!this.#feeds.has(feed)) return;
    const text = eventText({ id, feed, seq: 0, type, at, actor, data: JSON.stringify(data) });
    this.#send(feed, [{ seq: 0, text }]);
  }

  /** Brings followed feeds up to the log: after a lost commit reply, or when another process wrote. */
  async heal(feeds: Iterable<string>): Promise<void> {
    await Promise.all(
      [...feeds].map(async (feed) => {
        const entry = await this.#feeds.get(feed);
        if (entry) await this.#heal(feed, entry);
      }),
    );
  }

  /**
   * Of a feed's events from `first` to `last`: after which number listeners are still to be told, or undefined where they know all.
   * What was healed, or lies below a number that this process committed itself, followers have but listeners may not.
   */
  untoldAfter(feed: string, first: number, last: number): number | undefined {
    const told = this.#told.get(feed);
    if (!told || first < told.from) return first - 1;
    return told.to < last ? told.to : undefined;
  }

  /** The heads of those of the feeds that moved after a moment of the monotonic clock. */
  movedSince(feeds: Iterable<string>, moment: number): Record<string, number> {
    const heads: Record<string, number> = {};
    for (const feed of feeds) {
      const entry = this.#feeds.get(feed);
      if (entry && !(entry instanceof Promise) && entry.movedAt > moment) heads[feed] = entry.published;
    }
    return heads;
  }

  /**
   * Feeds a follower everything after `after`, then attaches it. Without `after` it begins now.
   * Someone further behind than the limit, or behind the trimmed log, is attached now and told to reload.
   */
  async follow(feed: string, after: number | undefined, follower: Follower): Promise<Followed> {
    const entry = await this.#open(feed);
    try {
      let position = after ?? entry.published;
      let limit = firstPage;
      if (position > entry.published) await this.#heal(feed, entry);
      for (;;) {
        const target = entry.published;
        if (position > target || target - position > this.#resumeLimit) {
          follower.attach();
          return { head: target, reload: true };
        }
        if (position === target) {
          follower.attach();
          return { head: target, reload: false };
        }
        const events = await this.#read(feed, position, target, limit);
        if (events[0]?.seq !== position + 1) {
          follower.attach();
          return { head: entry.published, reload: true };
        }
        await follower.deliver(events);
        limit = nextPage(events);
        position = events[events.length - 1]?.seq ?? target;
      }
    } catch (error) {
      this.unfollow(feed);
      throw error;
    }
  }

  unfollow(feed: string): void {
    const entry = this.#feeds.get(feed);
    if (entry === undefined || entry instanceof Promise) return;
    entry.followers--;
    if (entry.followers <= 0) this.#feeds.delete(feed);
  }

  close(): void {
    this.#closed = true;
    this.#feeds.clear();
  }

  async #open(feed: string): Promise<FollowedFeed> {
    const present = this.#feeds.get(feed);
    const opening = present ?? this.#firstFollower(feed);
    if (present === undefined) this.#feeds.set(feed, opening);
    const entry = await opening;
    entry.followers++;
    // Whoever followed before us may have gone meanwhile and taken the entry along, with what was published since.
    if (!this.#closed) this.#feeds.set(feed, entry);
    if ((this.#known.get(feed) ?? 0) > entry.published) void this.#heal(feed, entry);
    return entry;
  }

  async #firstFollower(feed: string): Promise<FollowedFeed> {
    try {
      const published = await this.#headOf(feed);
      return { published, movedAt: 0, followers: 0, healing: undefined, behind: false };
    } catch (error) {
      this.#feeds.delete(feed);
      throw error;
    }
  }

  /** Heads asked in the same turn are read by one query: someone who signs in follows all their rooms at once. */
  #headOf(feed: string): Promise<number> {
    if (!this.#asked) {
      const asked = { feeds: new Set<string>(), heads: undefined as unknown as Promise<Map<string, { head: number }>> };
      asked.heads = Promise.resolve().then(() => {
        this.#asked = undefined;
        return this.#database.query((session) => readHeads(session, [...asked.feeds]));
      });
      this.#asked = asked;
    }
    this.#asked.feeds.add(feed);
    return this.#asked.heads.then((heads) => heads.get(feed)?.head ?? 0);
  }

  #take(feed: string, entry: FollowedFeed, run: readonly CommittedEvent[]): void {
    const fresh = run.filter((event) => event.seq > entry.published);
    if (fresh.length === 0) return;
    if (fresh[0]?.seq !== entry.published + 1) {
      void this.#heal(feed, entry);
      return;
    }
    this.#sendRun(feed, entry, fresh);
  }

  #heal(feed: string, entry: FollowedFeed): Promise<void> {
    entry.behind = true;
    entry.healing ??= this.#healing(feed, entry).finally(() => {
      entry.healing = undefined;
    });
    return entry.healing;
  }

  async #healing(feed: string, entry: FollowedFeed): Promise<void> {
    for (let failures = 0; entry.behind && !this.#closed && this.#feeds.get(feed) === entry; ) {
      entry.behind = false;
      try {
        const events = await this.#read(feed, entry.published, Number.MAX_SAFE_INTEGER, firstPage);
        this.#sendRun(
          feed,
          entry,
          events.filter((event) => event.seq > entry.published),
        );
        if (events.length === firstPage) entry.behind = true;
      } catch (error) {
        entry.behind = true;
        this.#log.warn({ err: error, feed }, "A feed could not be read; trying again");
        await delay(Math.min(50 * 2 ** failures++, 2_000));
      }
    }
  }

  #read(feed: string, after: number, upTo: number, limit: number): Promise<CommittedEvent[]> {
    this.#onLogRead();
    return this.#database.query((session) => readAfter(session, feed, after, upTo, limit));
  }

  #sendRun(feed: string, entry: FollowedFeed, run: readonly CommittedEvent[]): void {
    const last = run.at(-1);
    if (!last) return;
    entry.published = last.seq;
    entry.movedAt = performance.now();
    this.#send(feed, run);
  }

  #send(feed: string, run: readonly { seq: number; text: string }[]): void {
    for (const { frame, events } of framesOf(run)) {
      for (const outlet of this.#outlets) outlet(feed, frame, events);
    }
  }

  #tellRun(feed: string, run: readonly CommittedEvent[]): void {
    for (const event of run) this.#tell(event);
    const [from, to] = [run[0]?.seq ?? 0, run.at(-1)?.seq ?? 0];
    const told = this.#told.get(feed);
    if (!told) this.#told.set(feed, { from, to });
    // Beyond a gap nothing is noted: the sweep will tell what lies in it, and what follows once more.
    else if (from <= told.to + 1 && to >= told.from - 1) {
      told.from = Math.min(told.from, from);
      told.to = Math.max(told.to, to);
    }
  }

  #tell(event: CommittedEvent): void {
    for (const listener of this.#listeners.get(event.type) ?? []) {
      try {
        listener(event);
      } catch (error) {
        this.#log.error({ err: error, type: event.type }, "A listener of events failed");
      }
    }
  }
}

function groupByFeed(events: readonly CommittedEvent[]): Map<string, CommittedEvent[]> {
  const runs = new Map<string, CommittedEvent[]>();
  for (const event of events) {
    const run = runs.get(event.feed);
    if (run) run.push(event);
    else runs.set(event.feed, [event]);
  }
  return runs;
}
