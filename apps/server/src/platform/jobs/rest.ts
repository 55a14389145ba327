import { setTimeout as wait } from "node:timers/promises";

const ratio = 3;

/** A job that makes up for much rests three times as long as each portion took: those who work meanwhile do not feel it. */
export const restAfter = (startedAt: number, signal: AbortSignal): Promise<void> =>
  wait(ratio * (performance.now() - startedAt), undefined, { signal });
