// What a person may see of the jobs of all servers, and do about those that died.
import type { Database } from "../database/index.ts";
import { nextRunOf, type Schedule } from "./schedule.ts";
import {
  countJobs,
  deleteDead,
  listDead,
  listLastRuns,
  listRunning,
  listWaiting,
  readProgress,
  replayDead,
} from "./store.ts";

type JobFacts = {
  readonly id: string;
  readonly name: string;
  readonly payload: unknown;
  /** How often it was tried; of a running job, this time too. */
  readonly attempts: number;
  readonly createdAt: Date;
};

export type WaitingJob = JobFacts & {
  readonly maxAttempts: number;
  readonly runAt: Date;
  /** Why the last attempt failed. */
  readonly error: string | null;
};
export type RunningJob = Omit<WaitingJob, "error"> & {
  /** From 0 to 1; null where the job has told nothing. */
  readonly fraction: number | null;
  readonly note: string | null;
};

/** A job that was given up, waiting for a person to try it again or to discard it. */
export type DeadJob = JobFacts & {
  readonly error: string;
  readonly requestId: string | null;
  readonly diedAt: Date;
  readonly diedExactly: string;
};

export type ScheduledJob = {
  readonly name: string;
  /** Five fields in UTC. */
  readonly cron: string;
  readonly lastAt: Date | null;
  readonly nextAt: Date | null;
};

export type JobProgress = {
  readonly jobId: string;
  readonly name: string;
  readonly fraction: number;
  readonly note: string | null;
  readonly updatedAt: Date;
};

/** Over all servers. */
export type JobCounts = {
  readonly dueCount: number;
  readonly laterCount: number;
  readonly lockedCount: number;
  readonly deadCount: number;
  readonly oldestDueSeconds: number;
};

export type JobsDesk = {
  counts(): Promise<JobCounts>;
  listRunning(limit: number): Promise<RunningJob[]>;
  /** Those that wait for their time or for a worker, the next first. */
  listWaiting(limit: number): Promise<WaitingJob[]>;
  listSchedules(now: Date): Promise<ScheduledJob[]>;
  /** The latest first, those after one of them where it is given. */
  listDead(limit: number, after?: Pick<DeadJob, "id" | "diedExactly">): Promise<DeadJob[]>;
  /** One dead job, or the oldest thousand; gives how many there were. */
  retryDead(id?: string): Promise<number>;
  discardDead(id?: string): Promise<number>;
  progressOf(jobId: string): Promise<JobProgress | undefined>;
};

const mostAtOnce = 1_000;

export function createJobsDesk(database: Database, schedules: readonly Schedule[]): JobsDesk {
  const list = <Row>(statement: typeof listDead, values: unknown[]): Promise<Row[]> =>
    database.query((session) => session.query<Row>(statement, values));
  const change = async (statement: typeof listDead, id: string | undefined): Promise<number> =>
    (await database.write((session) => session.query(statement, [id ?? null, mostAtOnce]))).length;
  return {
    async counts() {
      const [counts] = await list<JobCounts>(countJobs, []);
      if (!counts) throw new Error("Counting gave no row");
      return counts;
    },
    listRunning: (limit) => list(listRunning, [limit]),
    listWaiting: (limit) => list(listWaiting, [limit]),
    async listSchedules(now) {
      const rows = await list<{ name: string; lastAt: Date | null }>(listLastRuns, []);
      const lastRuns = new Map(rows.map(({ name, lastAt }) => [name, lastAt]));
      return schedules.map((schedule) => ({
        name: schedule.name,
        cron: schedule.cron,
        lastAt: lastRuns.get(schedule.name) ?? null,
        nextAt: nextRunOf(schedule, now) ?? null,
      }));
    },
    listDead: (limit, after) => list(listDead, [after?.diedExactly ?? null, after?.id ?? null, limit]),
    retryDead: (id) => change(replayDead, id),
    discardDead: (id) => change(deleteDead, id),
    progressOf: async (jobId) => (await list<JobProgress>(readProgress, [jobId]))[0],
  };
}
