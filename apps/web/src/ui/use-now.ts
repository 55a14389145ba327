import { useSyncExternalStore } from "react";

const tickMs = 15_000;
const listeners = new Set<() => void>();
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

/** The time, about four times a minute; all who ask share one clock, which stops when nobody looks. */
export const useNow = (): Date => useSyncExternalStore(subscribe, readNow, readNow);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = new Date();
  for (const listener of listeners) listener();
}

function readNow(): Date {
  // A clock that stood still is set before it is read; while it runs, one tick shows everyone the same time.
  if (timer === undefined && Date.now() - now.getTime() > tickMs) now = new Date();
  return now;
}
