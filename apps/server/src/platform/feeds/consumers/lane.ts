import type { Database } from "../../database/index.ts";
import type { Log } from "../../telemetry/index.ts";
import { type Consumer, readPortion } from "./consumer.ts";

export type LaneParts = { database: Database; log: Log; consumers: readonly Consumer[] };

/** How often everyone looks, whatever is heard: another server may have written. */
export const lookEveryMs = 1_000;

/** Consumers that read one after another, again and again; how soon again is the lane's own. */
export abstract class Lane {
  protected readonly consumers: readonly Consumer[];
  readonly #database: Database;
  readonly #log: Log;
  readonly #portion: number;
  /** A verb's process says what it did, and leaves the reading to the server's. */
  #isStarted = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #reading: Promise<unknown> = Promise.resolve();

  constructor({ database, log, consumers }: LaneParts, portion: number) {
    this.consumers = consumers;
    this.#database = database;
    this.#log = log;
    this.#portion = portion;
  }

  start(): void {
    this.#isStarted = true;
    this.#schedule(0);
  }

  async stop(): Promise<void> {
    this.#isStarted = false;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** Reads until nothing is left; gives how many events were handed out. */
  async drain(): Promise<number> {
    return (await this.read(this.consumers, Number.POSITIVE_INFINITY)).count;
  }

  /** Reads what is there for now, and gives the milliseconds to rest. */
  protected abstract readOn(): Promise<number>;

  protected get isStarted(): boolean {
    return this.#isStarted;
  }

  /** So many portions of each at most. `isBehind`: for one of them there is more. */
  protected read(consumers: readonly Consumer[], portions: number): Promise<{ count: number; isBehind: boolean }> {
    // One after another: a place that another reading of this process holds would be passed over, as if it were read.
    const reading = this.#reading.then(() => this.#readEach(consumers, portions));
    this.#reading = reading.catch(() => undefined);
    return reading;
  }

  /** Unless it reads already. */
  protected readIn(afterMs: number): void {
    if (this.#running === undefined) this.#schedule(afterMs);
  }

  async #readEach(consumers: readonly Consumer[], portions: number): Promise<{ count: number; isBehind: boolean }> {
    const whole = { count: 0, isBehind: false };
    for (const consumer of consumers) {
      let count = this.#portion;
      for (let portion = 0; count === this.#portion && portion < portions; portion++) {
        count = await readPortion(this.#database, consumer, this.#portion);
        whole.count += count;
      }
      whole.isBehind ||= count === this.#portion;
    }
    return whole;
  }

  #schedule(afterMs: number): void {
    clearTimeout(this.#timer);
    if (!this.#isStarted) return;
    this.#timer = setTimeout(() => {
      this.#running = this.readOn()
        .catch((error: unknown) => {
          this.#log.warn({ err: error }, "A consumer of the log failed; it goes on");
          return lookEveryMs;
        })
        .then((restMs) => {
          this.#running = undefined;
          this.#schedule(restMs);
        });
    }, afterMs);
  }
}
