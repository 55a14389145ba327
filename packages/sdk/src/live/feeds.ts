import type { EventEnvelope, FeedName } from "@althing/contract";
import type { Clock } from "../clock.ts";
import { FeedCursor } from "./cursor.ts";

/** A feed and the last number that one has of it; from now on, unless told. */
export type Following = { feed: FeedName; after?: number | undefined };

type Parts = {
  clock: Clock;
  deliver(events: readonly EventEnvelope[]): void;
  /** Asks for what feeds hold after a number. */
  resume(followings: readonly Following[]): void;
};

type Gap = { last: number | undefined; dueAt: number; patienceMs: number };

const gapMs = 300;
const longestGapMs = 5_000;
/** After hello or subscribe the server is about to send what is missing: let it, even when it is busy. */
const catchUpMs = 3_000;

/** The feeds that are followed: puts their events in order, and asks again for what stays missing. */
export class Feeds {
  readonly #parts: Parts;
  readonly #cursors = new Map<FeedName, FeedCursor>();
  readonly #gaps = new Map<FeedName, Gap>();
  #cancelLook: (() => void) | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  follow({ feed, after }: Following): void {
    this.unfollow(feed);
    this.#cursors.set(feed, new FeedCursor(after));
  }

  unfollow(feed: FeedName): boolean {
    this.#gaps.delete(feed);
    return this.#cursors.delete(feed);
  }

  positions(): Following[] {
    return [...this.#cursors].map(([feed, cursor]) => ({ feed, after: cursor.last }));
  }

  receive(events: readonly EventEnvelope[]): void {
    const due: EventEnvelope[] = [];
    const touched = new Set<FeedName>();
    for (const event of events) {
      const feed = event.feed as FeedName;
      const cursor = this.#cursors.get(feed);
      if (!cursor) continue;
      if (event.seq === 0) {
        due.push(event);
        continue;
      }
      due.push(...cursor.take(event));
      touched.add(feed);
    }
    this.#settle(due, touched, gapMs);
  }

  /** Hears how far feeds have got. `catchingUp`: what is missing is on its way. */
  reach(heads: Readonly<Record<string, number>>, catchingUp: boolean): void {
    const feeds = Object.keys(heads) as FeedName[];
    const due = feeds.flatMap((feed) => this.#cursors.get(feed)?.reach(heads[feed] ?? 0) ?? []);
    this.#settle(due, feeds, catchingUp ? catchUpMs : gapMs);
  }

  /** Stops asking while there is nobody to ask. */
  pause(): void {
    this.#gaps.clear();
    this.#cancelLook?.();
    this.#cancelLook = undefined;
  }

  #settle(due: readonly EventEnvelope[], touched: Iterable<FeedName>, patienceMs: number): void {
    for (const feed of touched) this.#note(feed, patienceMs);
    if (due.length > 0) this.#parts.deliver(due);
  }

  /** A gap that is being filled is not asked for. */
  #note(feed: FeedName, patienceMs: number): void {
    const cursor = this.#cursors.get(feed);
    if (!cursor?.hasGap) {
      this.#gaps.delete(feed);
      return;
    }
    const gap = this.#gaps.get(feed);
    if (gap && gap.last === cursor.last) return;
    const patience = Math.max(patienceMs, gap?.patienceMs ?? 0);
    this.#gaps.set(feed, { last: cursor.last, dueAt: this.#parts.clock.now() + patience, patienceMs: patience });
    this.#cancelLook ??= this.#parts.clock.after(gapMs, () => this.#look());
  }

  #look(): void {
    this.#cancelLook = undefined;
    if (this.#gaps.size === 0) return;
    const now = this.#parts.clock.now();
    const overdue: Following[] = [];
    for (const [feed, gap] of this.#gaps) {
      if (gap.dueAt > now) continue;
      gap.patienceMs = Math.min(gap.patienceMs * 2, longestGapMs);
      gap.dueAt = now + gap.patienceMs;
      overdue.push({ feed, after: gap.last });
    }
    this.#cancelLook = this.#parts.clock.after(gapMs, () => this.#look());
    if (overdue.length > 0) this.#parts.resume(overdue);
  }
}
