export type { Cache, CacheStats } from "./cache.ts";
export { createMemoryCache, type MemoryCacheOptions } from "./memory-cache.ts";
