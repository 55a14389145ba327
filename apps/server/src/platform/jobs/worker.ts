// graphile-worker as we run it: on the server's own pool, without its signal handlers, its words in our log.
import { EventEmitter, once } from "node:events";
import {
  Logger,
  type ParsedCronItem,
  type RunnerOptions,
  run,
  runOnce,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import type { Database } from "../database/index.ts";
import type { Log } from "../telemetry/index.ts";

export type WorkerParts = { database: Database; log: Log; tasks: TaskList };
export type Worker = { readonly ended: Promise<unknown>; stop(): Promise<void> };

/**
 * Where a connection breaks, ends of jobs outside of batches and the local queue leave rejections that nobody handles,
 * which would end the server: hence batches without delay, and no local queue.
 */
const preset = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

export async function startWorker(parts: WorkerParts, concurrency: number, cron: ParsedCronItem[]): Promise<Worker> {
  const options = sharedOptions(parts);
  // A shutdown that nobody asked for may never come to its end.
  const givenUp = once(options.events, "pool:gracefulShutdown");
  const runner = await run({ ...options, concurrency }, parts.tasks, cron);
  return { ended: Promise.race([runner.promise, givenUp]), stop: () => runner.stop() };
}

/** Runs what is due, one job after another, until nothing is left. */
export const drainOnce = (parts: WorkerParts): Promise<void> =>
  runOnce({ ...sharedOptions(parts), concurrency: 1 }, parts.tasks);

function sharedOptions({ database, log }: WorkerParts) {
  const events: WorkerEvents & EventEmitter = new EventEmitter();
  // What was added while nobody listened was announced to nobody.
  events.on("pool:listen:success", ({ workerPool }) => workerPool.nudge(1));
  return { pgPool: database.pool, noHandleSignals: true, events, logger: bridge(log), preset } satisfies RunnerOptions;
}

/** Only its sentences: what it adds to them holds payloads. Failures of jobs are told by the attempts. */
function bridge(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (meta?.failure) return;
    if (level === "error" || level === "warning") log.warn({ source: "graphile-worker" }, message);
    else log.trace({ source: "graphile-worker" }, message);
  });
}
