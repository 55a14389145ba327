import type { Clock } from "../src/index.ts";

/** A clock on which every wait ends at once; it remembers how long each would have been. */
export function createHastyClock(): Clock & { readonly waitsMs: number[]; nowMs: number } {
  const waitsMs: number[] = [];
  const clock = {
    waitsMs,
    nowMs: Date.parse("2026-11-20T09:30:00Z"),
    now: () => clock.nowMs,
    after(ms: number, run: () => void) {
      waitsMs.push(ms);
      clock.nowMs += ms;
      let due = true;
      queueMicrotask(() => due && run());
      return () => {
        due = false;
      };
    },
  };
  return clock;
}
