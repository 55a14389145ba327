type Waiting<Item, Result> = { item: Item; settle: (result: Result | Error) => void };
type Lane<Item, Result> = { waiting: Waiting<Item, Result>[]; busy: boolean };

/**
 * Group commit: calls that come while a batch is being committed form the next one. One batch is in flight in each lane,
 * and calls of one shard share a lane, so they keep their order. The commit before is the only delay there is.
 */
export class Batcher<Item, Result> {
  readonly #lanes: Lane<Item, Result>[];
  readonly #run: (items: Item[]) => Promise<(Result | Error)[]>;
  readonly #largest: number;
  readonly #mostWaiting: number;
  readonly #refuse: () => Error;

  constructor(options: {
    lanes: number;
    largest: number;
    /** How many may wait before new ones are refused. */
    mostWaiting: number;
    refuse: () => Error;
    run: (items: Item[]) => Promise<(Result | Error)[]>;
  }) {
    this.#lanes = Array.from({ length: options.lanes }, () => ({ waiting: [], busy: false }));
    this.#run = options.run;
    this.#largest = options.largest;
    this.#mostWaiting = options.mostWaiting;
    this.#refuse = options.refuse;
  }

  add(shard: string, item: Item): Promise<Result> {
    const lane = this.#lanes[hash(shard) % this.#lanes.length];
    if (!lane || lane.waiting.length >= this.#mostWaiting) return Promise.reject(this.#refuse());
    return new Promise((resolve, reject) => {
      lane.waiting.push({ item, settle: (result) => (result instanceof Error ? reject(result) : resolve(result)) });
      if (!lane.busy) void this.#work(lane);
    });
  }

  async #work(lane: Lane<Item, Result>): Promise<void> {
    lane.busy = true;
    // One turn of the loop, so that what arrived together is written together.
    await Promise.resolve();
    while (lane.waiting.length > 0) {
      const taken = lane.waiting.splice(0, this.#largest);
      let results: (Result | Error)[];
      try {
        results = await this.#run(taken.map(({ item }) => item));
      } catch (error) {
        const failure = error instanceof Error ? error : new Error(String(error));
        results = taken.map(() => failure);
      }
      taken.forEach(({ settle }, index) => {
        settle(results[index] ?? new Error("The batch gave no result"));
      });
    }
    lane.busy = false;
  }
}

function hash(text: string): number {
  let value = 0;
  for (let index = 0; index < text.length; index++) value = (value * 31 + text.charCodeAt(index)) | 0;
  return value >>> 0;
}
