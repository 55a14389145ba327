import type { Consumer } from "./consumer.ts";
import { Lane, type LaneParts, lookEveryMs } from "./lane.ts";

const portion = 500;
/** How soon who is woken reads; what comes while others read waits a little longer, to be read together. */
const soonMs = 1;
const togetherMs = 5;
/** Just after a wake-up an older transaction may still hold the frontier back. */
const onceMoreMs = 50;

/** Those who are woken by what they wait for. Each reading is a transaction, so in between nobody else reads. */
export class EagerLane extends Lane {
  /** Who is to read next, and who did a moment ago, since they were woken. */
  #due = new Set<Consumer>();
  #woken: ReadonlySet<Consumer> = new Set();
  #lookedAt = Number.NEGATIVE_INFINITY;

  constructor(parts: LaneParts) {
    super(parts, portion);
  }

  wake(type: string): void {
    if (!this.isStarted) return;
    const isFirst = this.#due.size === 0;
    for (const consumer of this.consumers) if (consumer.types.includes(type)) this.#due.add(consumer);
    if (isFirst) this.readIn(soonMs);
  }

  protected override async readOn(): Promise<number> {
    const now = performance.now();
    const [due, again] = [this.#due, this.#woken];
    [this.#due, this.#woken] = [new Set(), due];
    const isLook = now >= this.#lookedAt + lookEveryMs;
    if (isLook) this.#lookedAt = now;
    const readers = isLook ? this.consumers : this.consumers.filter((one) => due.has(one) || again.has(one));
    await this.read(readers, Number.POSITIVE_INFINITY);
    if (this.#due.size > 0) return togetherMs;
    return this.#woken.size > 0 ? onceMoreMs : Math.max(togetherMs, this.#lookedAt + lookEveryMs - performance.now());
  }
}
