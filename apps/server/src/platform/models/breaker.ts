const threshold = 5;
const restMs = 30_000;

/** What becomes of a call that was let in. */
export type BreakerCall = {
  /** The first token came: the model answers again, though one more fault spares it at once. */
  answered(): void;
  succeeded(): void;
  failed(): void;
  /** It ended for a reason that says nothing about the model. */
  abstained(): void;
};

/**
 * Spares a model that failed five times in a row for half a minute; then one call tries it for all others, who are not kept
 * waiting. It is told how a call goes rather than wrapped around it: a stream proves itself long before it ends, and one that
 * its reader stopped proves nothing.
 */
export class Breaker {
  #failures = 0;
  #openedAt: number | undefined;
  #isTrying = false;

  constructor(private readonly now: () => number) {}

  get state(): "closed" | "open" | "half_open" {
    if (this.#openedAt === undefined) return "closed";
    return this.#isTrying || this.#hasRested(this.#openedAt) ? "half_open" : "open";
  }

  /** Undefined where nothing may be sent now. */
  enter(): BreakerCall | undefined {
    const isTrial = this.#openedAt !== undefined;
    if (this.#openedAt !== undefined && (this.#isTrying || !this.#hasRested(this.#openedAt))) return undefined;
    this.#isTrying = isTrial;
    return {
      answered: () => {
        if (!isTrial || !this.#isTrying) return;
        this.#isTrying = false;
        this.#openedAt = undefined;
        this.#failures = threshold - 1;
      },
      succeeded: () => {
        this.#failures = 0;
      },
      failed: () => {
        this.#failures += 1;
        if (isTrial || this.#failures === threshold) this.#openedAt = this.now();
        if (isTrial) this.#isTrying = false;
      },
      abstained: () => {
        if (isTrial) this.#isTrying = false;
      },
    };
  }

  #hasRested(openedAt: number): boolean {
    return this.now() - openedAt >= restMs;
  }
}
