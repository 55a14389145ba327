// graphile-worker as we run it: on the server's own pool, without its signal handlers, its words in our log.
import { EventEmitter } from "node:events";
import {
  Logger,
  type ParsedCronItem,
  type Runner,
  type RunnerOptions,
  run,
  runOnce,
  type TaskList,
  type WorkerEvents,
} from "graphile-worker";
import type { Database } from "../database/index.ts";
import type { Log } from "../telemetry/index.ts";

export type WorkerParts = { database: Database; log: Log; tasks: TaskList };
export type Worker = { readonly id: string; readonly ended: Promise<void>; stop(): Promise<void> };

/** A batch of its own for each end of a job: outside of a batch, a broken connection would be an unhandled rejection. */
const batches = { completeJobBatchDelay: 0, failJobBatchDelay: 0 };

export async function startWorker(
  parts: WorkerParts,
  options: { concurrency: number; cron: ParsedCronItem[]; onCreate: (workerId: string) => void },
): Promise<Worker> {
  const { concurrency, cron } = options;
  const localQueue = { size: concurrency, ttl: 5_000 };
  let id = "";
  const onCreate = (workerId: string) => {
    id = workerId;
    options.onCreate(workerId);
  };
  const runner: Runner = await run(
    { ...sharedOptions(parts, onCreate), concurrency, preset: { worker: { localQueue, ...batches } } },
    parts.tasks,
    cron,
  );
  return { id, ended: runner.promise, stop: () => runner.stop() };
}

/** Runs what is due, one job after another, until nothing is left. */
export async function drainOnce(parts: WorkerParts, onCreate: (workerId: string) => void): Promise<void> {
  await runOnce({ ...sharedOptions(parts, onCreate), concurrency: 1, preset: { worker: batches } }, parts.tasks);
}

function sharedOptions({ database, log }: WorkerParts, onCreate: (workerId: string) => void): RunnerOptions {
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => onCreate(workerPool.id));
  // What was added while nobody listened was announced to nobody.
  events.on("pool:listen:success", ({ workerPool }) => workerPool.nudge(1));
  return { pgPool: database.pool, noHandleSignals: true, events, logger: bridge(log) };
}

/** Only its sentences: what it adds to them holds payloads. Failures of jobs are told by the attempts. */
function bridge(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (meta?.failure) return;
    if (level === "error" || level === "warning") log.warn({ source: "graphile-worker" }, message);
    else log.trace({ source: "graphile-worker" }, message);
  });
}
