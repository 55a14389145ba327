/**
 * What components offer while they are on screen, and others choose from. Many come and go with one page: who listens hears
 * of all that in one go, once the page stands, and nothing is put together unless someone reads.
 */
export class Offers<Item> {
  readonly #keyOf: (item: Item) => string;
  readonly #offers = new Map<object, readonly Item[]>();
  readonly #listeners = new Set<() => void>();
  /** Undefined once something has come or gone. */
  #all: readonly Item[] | undefined = [];

  constructor(keyOf: (item: Item) => string) {
    this.#keyOf = keyOf;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Of two offers of one key the later stands: the nearer context wins. */
  readonly read = (): readonly Item[] => {
    const entries = () => [...this.#offers.values()].flat().map((item) => [this.#keyOf(item), item] as const);
    this.#all ??= [...new Map(entries()).values()];
    return this.#all;
  };

  offer(owner: object, items: readonly Item[]): void {
    this.#offers.set(owner, items);
    this.#change();
  }

  withdraw(owner: object): void {
    this.#offers.delete(owner);
    this.#change();
  }

  #change(): void {
    // Between two readings one word is enough.
    if (this.#all === undefined) return;
    this.#all = undefined;
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener();
    });
  }
}
