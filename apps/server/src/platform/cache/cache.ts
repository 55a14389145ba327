/** Keeps what was loaded for a while; whether in memory or shared between servers is the implementation's matter. */
export type Cache = {
  /** However many ask for a key at once, it is loaded once. A load that fails is not kept. Values are plain JSON. */
  getOrLoad<T>(key: string, ttlSeconds: number, load: () => Promise<T>): Promise<T>;
  /** Also forgets a load under way: who asks after this gets what is true after it. */
  delete(key: string): Promise<void>;
  deleteByPrefix(prefix: string): Promise<void>;
  stats(): CacheStats;
};

export type CacheStats = {
  readonly entries: number;
  readonly sizeBytes: number;
  readonly hits: number;
  readonly misses: number;
};
