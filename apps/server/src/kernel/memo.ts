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

type Load = { readonly keys: ReadonlySet<string>; readonly forgotten: Set<string> };
type Region = { entries: LRUCache<string, { value: unknown }>; loads: Set<Load>; hits: number; misses: number };

export class Memos {
  readonly #regions = new Map<string, Region>();

  /** The values of keys, those not remembered by one call of `load`; a key that `load` leaves out is undefined. */
  async get<Value>(
    region: MemoRegion<Value>,
    keys: readonly string[],
    load: (missing: string[]) => Promise<ReadonlyMap<string, Value>>,
  ): Promise<Map<string, Value>> {
    const store = this.#region(region);
    const found = new Map<string, Value>();
    const missing: string[] = [];
    for (const key of new Set(keys)) {
      const entry = store.entries.get(key);
      if (entry) found.set(key, entry.value as Value);
      else missing.push(key);
    }
    store.hits += found.size;
    if (missing.length === 0) return found;
    store.misses += missing.length;
    const current: Load = { keys: new Set(missing), forgotten: new Set() };
    store.loads.add(current);
    try {
      for (const [key, value] of await load(missing)) {
        found.set(key, value);
        // What was read before something was to be forgotten may be just that.
        if (!current.forgotten.has(key)) store.entries.set(key, { value });
      }
    } finally {
      store.loads.delete(current);
    }
    return found;
  }

  peek<Value>(region: MemoRegion<Value>, key: string): Value | undefined {
    return this.#region(region).entries.get(key)?.value as Value | undefined;
  }

  forget<Value>(region: MemoRegion<Value>, key: string): void {
    const store = this.#region(region);
    for (const load of store.loads) if (load.keys.has(key)) load.forgotten.add(key);
    store.entries.delete(key);
  }

  forgetAll<Value>(region: MemoRegion<Value>): void {
    const store = this.#region(region);
    for (const load of store.loads) for (const key of load.keys) load.forgotten.add(key);
    store.entries.clear();
  }

  *statistics(): Iterable<{ region: string; hits: number; misses: number; size: number }> {
    for (const [region, { hits, misses, entries }] of this.#regions) yield { region, hits, misses, size: entries.size };
  }

  #region<Value>(region: MemoRegion<Value>): Region {
    let store = this.#regions.get(region.name);
    if (!store) {
      store = {
        entries: new LRUCache({ max: region.max, ttl: region.ttlSeconds * 1_000 }),
        loads: new Set(),
        hits: 0,
        misses: 0,
      };
      this.#regions.set(region.name, store);
    }
    return store;
  }
}
