import type { Database } from "../database/index.ts";
import type { JobMetrics, Log } from "../telemetry/index.ts";
import { Attempts } from "./attempts.ts";
import type { BoundJob } from "./binding.ts";
import { cronItems, type Schedule } from "./schedule.ts";
import { Supervisor } from "./supervisor.ts";
import { drainOnce, startWorker, type WorkerParts } from "./worker.ts";

export type JobsOptions = {
  database: Database;
  bindings: readonly BoundJob[];
  schedules: readonly Schedule[];
  concurrency: number;
  log: Log;
  metrics: JobMetrics;
};

export type Jobs = {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Runs here and now all that is due, and what that adds; gives how many attempts were made. For tests. */
  drain(): Promise<number>;
  /** How many run in this process. */
  readonly runningCount: number;
};

export function createJobs({ database, bindings, schedules, concurrency, log, metrics }: JobsOptions): Jobs {
  const names = requireNames(bindings, schedules);
  const attempts = new Attempts({ database, log, metrics });
  const parts: WorkerParts = { database, log, tasks: attempts.tasks(bindings) };
  const cron = cronItems(schedules);
  const supervisor = new Supervisor({
    database,
    log,
    attempts,
    names,
    concurrency,
    startWorker: () => startWorker(parts, concurrency, cron),
  });

  return {
    start: () => supervisor.start(),
    stop: () => supervisor.stop(),
    async drain() {
      const before = attempts.startedCount;
      await supervisor.tidy();
      await drainOnce(parts);
      // Those that the worker took first.
      await Promise.all(attempts.running.map(({ settled }) => settled));
      return attempts.startedCount - before;
    },
    get runningCount() {
      return attempts.running.length;
    },
  };
}

function requireNames(bindings: readonly BoundJob[], schedules: readonly Schedule[]): string[] {
  const names = bindings.map(({ job }) => job.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new Error(`The job ${twice} is bound twice`);
  const unbound = schedules.find(({ job }) => !names.includes(job.name));
  if (unbound) throw new Error(`The job ${unbound.job.name} of the schedule ${unbound.name} is not bound`);
  return names;
}
