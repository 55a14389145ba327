import { latencySeconds } from "./buckets.ts";
import type { Metrics } from "./registry.ts";

export type DatabaseMetrics = ReturnType<typeof createDatabaseMetrics>;
export type PoolState = { readonly inUse: number; readonly idle: number; readonly waiting: number };

export function createDatabaseMetrics(metrics: Metrics) {
  const latency = metrics.histogram({
    name: "althing_database_query_seconds",
    help: "Time that queries took, by what was asked.",
    labels: ["query"],
    buckets: latencySeconds,
  });
  const retries = metrics.counter({
    name: "althing_database_retries_total",
    help: "Transactions begun again, by the kind of fault.",
    labels: ["fault"],
  });
  const pools = new Map<string, () => PoolState>();
  metrics.gauge({
    name: "althing_database_connections",
    help: "Connections of a pool in use and idle, and those who wait for one.",
    labels: ["pool", "state"],
    collect(gauge) {
      for (const [pool, read] of pools) {
        const { inUse, idle, waiting } = read();
        gauge.set({ pool, state: "in_use" }, inUse);
        gauge.set({ pool, state: "idle" }, idle);
        gauge.set({ pool, state: "waiting" }, waiting);
      }
    },
  });

  return {
    queried: (query: string, seconds: number) => latency.observe({ query }, seconds),
    retried: (fault: string) => retries.add({ fault }),
    /** The pool is asked at each scrape. */
    watchPool: (pool: string, read: () => PoolState) => void pools.set(pool, read),
  };
}
