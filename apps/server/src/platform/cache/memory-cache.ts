import { LRUCache } from "lru-cache";
import type { Cache } from "./cache.ts";

export type MemoryCacheOptions = {
  readonly maxBytes?: number;
  readonly maxEntries?: number;
  readonly now?: () => number;
};

type Entry = { readonly value: unknown; readonly expiresAt: number };

export function createMemoryCache(options: MemoryCacheOptions = {}): Cache {
  const { maxBytes = 64 * 1024 ** 2, maxEntries = 100_000, now = () => performance.now() } = options;
  const entries = new LRUCache<string, Entry>({ max: maxEntries, maxSize: maxBytes });
  const loads = new Map<string, Promise<unknown>>();
  let hits = 0;
  let misses = 0;

  async function loadAndKeep(key: string, ttlSeconds: number, load: () => Promise<unknown>): Promise<unknown> {
    const loading = load();
    loads.set(key, loading);
    try {
      const value = await loading;
      // A load that was deleted meanwhile may have read what was true before: it is answered, not kept.
      if (loads.get(key) === loading) {
        entries.set(key, { value, expiresAt: now() + ttlSeconds * 1000 }, { size: sizeBytesOf(key, value) });
      }
      return value;
    } finally {
      if (loads.get(key) === loading) loads.delete(key);
    }
  }

  async function getOrLoad(key: string, ttlSeconds: number, load: () => Promise<unknown>): Promise<unknown> {
    const kept = entries.get(key);
    if (kept && kept.expiresAt > now()) {
      hits += 1;
      return kept.value;
    }
    misses += 1;
    return loads.get(key) ?? loadAndKeep(key, ttlSeconds, load);
  }

  function forget(key: string) {
    entries.delete(key);
    loads.delete(key);
  }

  return {
    getOrLoad: getOrLoad as Cache["getOrLoad"],
    async delete(key) {
      forget(key);
    },
    async deleteByPrefix(prefix) {
      for (const key of [...entries.keys(), ...loads.keys()]) if (key.startsWith(prefix)) forget(key);
    },
    stats: () => ({ entries: entries.size, sizeBytes: entries.calculatedSize, hits, misses }),
  };
}

/** An estimate: as UTF-16 text, which is near what the objects take. */
function sizeBytesOf(key: string, value: unknown): number {
  return 2 * (key.length + (JSON.stringify(value)?.length ?? 0)) + 1;
}
