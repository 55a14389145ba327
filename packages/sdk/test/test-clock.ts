import type { Clock } from "../src/index.ts";

export type TestClock = Clock & { advance(ms: number): void };

/** A clock that stands still until it is told to go on. */
export function createTestClock(): TestClock {
  let now = Date.parse("2026-11-20T09:30:00Z");
  const timers = new Set<{ at: number; run: () => void }>();
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
        if (!next) break;
        timers.delete(next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
    },
  };
}
