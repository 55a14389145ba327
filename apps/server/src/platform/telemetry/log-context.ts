import { AsyncLocalStorage } from "node:async_hooks";

/** The ids that every line of one piece of work bears. */
export type LogIds = {
  readonly requestId?: string;
  readonly accountId?: string;
  readonly workspaceId?: string;
  readonly jobId?: string;
  readonly socketId?: string;
  readonly traceId?: string;
};

/** For logs alone: whoever decides on a right is handed the actor, never this. */
const storage = new AsyncLocalStorage<LogIds>();

/** Within `fn` and all it awaits, lines bear these ids beside those already there. */
export function withLogContext<T>(ids: LogIds, fn: () => T): T {
  return storage.run({ ...storage.getStore(), ...ids }, fn);
}

export function logContext(): LogIds {
  return storage.getStore() ?? {};
}
