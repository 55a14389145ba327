import { LRUCache } from "lru-cache";

export type LimitPolicy = { readonly name: string; readonly points: number; readonly windowSeconds: number };

export type LimitDecision = {
  readonly allowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly resetSeconds: number;
};

export type Limiter = {
  /** Takes `cost` points from the key's window, or nothing where too few are left. */
  consume(policy: LimitPolicy, key: string, cost?: number): Promise<LimitDecision>;
  /** Limits can be turned on and off by a reload. */
  setEnabled(enabled: boolean): void;
};

export type LimiterOptions = {
  readonly enabled: boolean;
  /** Beyond so many keys the longest unused are forgotten, and begin a new window. */
  readonly maxKeys?: number;
  readonly now?: () => number;
};

type Window = { used: number; endsAt: number };

/**
 * Fixed windows in memory. rate-limiter-flexible arms a timer for each key and never bounds how many it keeps, so a
 * flood of addresses would grow it; this costs one look-up.
 */
export function createLimiter(options: LimiterOptions): Limiter {
  const { maxKeys = 100_000, now = () => performance.now() } = options;
  let { enabled } = options;
  const windows = new LRUCache<string, Window>({ max: maxKeys });

  function windowOf({ name, windowSeconds }: LimitPolicy, key: string, at: number): Window {
    const id = `${name} ${key}`;
    const current = windows.get(id);
    if (current && current.endsAt > at) return current;
    const fresh = { used: 0, endsAt: at + windowSeconds * 1000 };
    windows.set(id, fresh);
    return fresh;
  }

  return {
    async consume(policy, key, cost = 1) {
      const { points: limit, windowSeconds } = policy;
      if (!enabled) return { allowed: true, limit, remaining: limit, resetSeconds: windowSeconds };
      const at = now();
      const window = windowOf(policy, key, at);
      const allowed = window.used + cost <= limit;
      if (allowed) window.used += cost;
      return { allowed, limit, remaining: limit - window.used, resetSeconds: Math.ceil((window.endsAt - at) / 1000) };
    },
    setEnabled(next) {
      enabled = next;
    },
  };
}
