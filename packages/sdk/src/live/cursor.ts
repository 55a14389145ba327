import type { EventEnvelope } from "@althing/contract";

const mostParked = 5_000;

/**
 * Where we are in one feed. Gives out `last + 1` or nothing: earlier events were had, later ones are parked until what
 * is between has come. Without a position it begins at the first head it hears of.
 */
export class FeedCursor {
  #last: number | undefined;
  #head = 0;
  readonly #parked = new Map<number, EventEnvelope>();

  constructor(last?: number) {
    this.#last = last;
  }

  get last(): number | undefined {
    return this.#last;
  }

  /** Whether something is known to exist that has not come. */
  get hasGap(): boolean {
    return this.#last !== undefined && (this.#parked.size > 0 || this.#head > this.#last);
  }

  /** Takes a durable event in any order; gives the events that are due now, in theirs. */
  take(event: EventEnvelope): EventEnvelope[] {
    if (this.#last !== undefined && event.seq <= this.#last) return [];
    // What finds no room here is a gap like any other, and is asked for again.
    if (this.#parked.size < mostParked || event.seq === (this.#last ?? 0) + 1) this.#parked.set(event.seq, event);
    this.#head = Math.max(this.#head, event.seq);
    return this.#due();
  }

  /** Hears that the feed has reached `head`: the only sign of a lost newest event. */
  reach(head: number): EventEnvelope[] {
    this.#head = Math.max(this.#head, head);
    this.#last ??= head;
    for (const seq of this.#parked.keys()) if (seq <= this.#last) this.#parked.delete(seq);
    return this.#due();
  }

  #due(): EventEnvelope[] {
    const due: EventEnvelope[] = [];
    if (this.#last === undefined) return due;
    for (let next = this.#parked.get(this.#last + 1); next; next = this.#parked.get(this.#last + 1)) {
      this.#parked.delete(next.seq);
      this.#last = next.seq;
      due.push(next);
    }
    return due;
  }
}
