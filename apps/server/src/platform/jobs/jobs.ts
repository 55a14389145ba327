import type { Database } from "../database/index.ts";
import type { JobMetrics, Log } from "../telemetry/index.ts";
import { Attempts } from "./attempts.ts";
import type { BoundJob } from "./binding.ts";
import { cronItems, type Schedule } from "./schedule.ts";
import { countJobs, deleteDead, listDead, readProgress, replayDead } from "./store.ts";
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

/** A job that was given up, waiting for a person to try it again or to discard it. */
export type DeadJob = {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  readonly error: string;
  readonly attempts: number;
  readonly requestId: string | null;
  readonly createdAt: Date;
  readonly diedAt: Date;
};

export type JobProgress = {
  readonly jobId: string;
  readonly name: string;
  readonly fraction: number;
  readonly note: string | null;
  readonly updatedAt: Date;
};

/** Over all servers, but for `runningCount`, which is of this one. */
export type JobsState = {
  readonly dueCount: number;
  readonly laterCount: number;
  readonly lockedCount: number;
  readonly deadCount: number;
  readonly oldestDueSeconds: number;
  readonly runningCount: number;
};

export type Jobs = {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Runs here and now all that is due, and what that adds; gives how many attempts were made. For tests. */
  drain(): Promise<number>;
  /** The latest 500. */
  deadLetters(): Promise<DeadJob[]>;
  /** False where there is no such dead job. */
  retryDead(id: string): Promise<boolean>;
  discardDead(id: string): Promise<boolean>;
  progressOf(jobId: string): Promise<JobProgress | undefined>;
  state(): Promise<JobsState>;
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
  const wasThere = async (statement: typeof replayDead, id: string) =>
    (await database.write((session) => session.query(statement, [id]))).length > 0;

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
    deadLetters: () => database.query((session) => session.query<DeadJob>(listDead)),
    retryDead: (id) => wasThere(replayDead, id),
    discardDead: (id) => wasThere(deleteDead, id),
    progressOf: async (jobId) =>
      (await database.query((session) => session.query<JobProgress>(readProgress, [jobId])))[0],
    async state() {
      const [counts] = await database.query((session) => session.query<Omit<JobsState, "runningCount">>(countJobs));
      if (!counts) throw new Error("Counting gave no row");
      return { ...counts, runningCount: attempts.running.length };
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
