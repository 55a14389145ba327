// What a process remembers of the database for a while. Each region has an owner, who names the events that make it forget.
import { LRUCache } from "lru-cache";

export type MemoRegion<Value> = {
  readonly name: string;
  readonly ttlSeconds: number;
  readonly max: number;
  /** Only there for its type. */
  readonly value?: Value;
};

export const defineMemo = <Value>(name: string, bounds: { ttlSeconds: number; max: number }): MemoRegion<Value> => ({
  name,
  ...bounds,
});

type Region = {
  entries: LRUCache<string, { value: unknown }>;
  /** When keys were last forgotten, counted in forgettings. */
  forgotten: LRUCache<string, number>;
  allForgotten: number;
};

/** Longer than any transaction lives, in forgettings: what was forgotten before needs no record. */
const forgettingsKept = 20_000;

export class Memos {
  readonly #regions = new Map<string, Region>();
  #moment = 0;

  /** A moment to hand to `get`: that of the beginning of a transaction, before its snapshot. */
  get moment(): number {
    return this.#moment;
  }

  /**
   * The values of keys, those not remembered by one call of `load`; a key that `load` leaves out is undefined. What is loaded
   * is kept only if nothing made the key forgotten since the moment: an older snapshot may hold just what was to be forgotten.
   */
  async get<Value>(
    region: MemoRegion<Value>,
    keys: readonly string[],
    load: (missing: string[]) => Promise<ReadonlyMap<string, Value>>,
    since: number | "never kept" = this.#moment,
  ): Promise<Map<string, Value>> {
    const store = this.#region(region);
    const found = new Map<string, Value>();
    const missing: string[] = [];
    for (const key of keys) {
      const entry = store.entries.get(key);
      if (entry) found.set(key, entry.value as Value);
      else missing.push(key);
    }
    if (missing.length === 0) return found;
    for (const [key, value] of await load([...new Set(missing)])) {
      found.set(key, value);
      if (since !== "never kept" && this.#isFresh(store, key, since)) store.entries.set(key, { value });
    }
    return found;
  }

  peek<Value>(region: MemoRegion<Value>, key: string): Value | undefined {
    return this.#region(region).entries.get(key)?.value as Value | undefined;
  }

  forget<Value>(region: MemoRegion<Value>, key: string): void {
    const store = this.#region(region);
    store.forgotten.set(key, ++this.#moment);
    store.entries.delete(key);
  }

  forgetAll<Value>(region: MemoRegion<Value>): void {
    const store = this.#region(region);
    store.allForgotten = ++this.#moment;
    store.entries.clear();
  }

  #isFresh({ forgotten, allForgotten }: Region, key: string, since: number): boolean {
    return allForgotten <= since && (forgotten.get(key) ?? 0) <= since;
  }

  #region<Value>(region: MemoRegion<Value>): Region {
    let store = this.#regions.get(region.name);
    if (!store) {
      store = {
        entries: new LRUCache({ max: region.max, ttl: region.ttlSeconds * 1_000, ttlResolution: 1_000 }),
        forgotten: new LRUCache({ max: forgettingsKept }),
        allForgotten: 0,
      };
      this.#regions.set(region.name, store);
    }
    return store;
  }
}
