// What the owner of an installation looks after: the jobs of all its servers.
import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute, pageQuery } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";

export const JobId = z
  .string()
  .regex(/^[1-9]\d{0,17}$/, "must be the number of a job")
  .meta({ examples: ["4711"] });

export const JobNotFound = defineError("job_not_found", {
  status: 404,
  title: "There is no such dead job",
  message: "It may have been retried or discarded already; look at the list again.",
});

/** What a job is about, without what it was told: names, addresses and texts stay where they are. */
const JobSubject = z
  .object({
    ids: z
      .record(z.string(), z.string())
      .meta({ description: "The ids in its payload, by the names of their fields." }),
    bytes: z.int().meta({ description: "The length of its whole payload." }),
  })
  .meta({ id: "JobSubject" });
export type JobSubject = z.output<typeof JobSubject>;

const facts = { id: JobId, name: z.string(), subject: JobSubject, createdAt: Timestamp };
const attempts = { attempts: z.int(), maxAttempts: z.int() };

export const RunningJob = z
  .object({
    ...facts,
    ...attempts,
    fraction: z.number().nullable().meta({ description: "How far it is, from 0 to 1; null where it tells nothing." }),
    note: z.string().nullable(),
  })
  .meta({ id: "RunningJob" });
export type RunningJob = z.output<typeof RunningJob>;

export const WaitingJob = z
  .object({
    ...facts,
    ...attempts,
    runAt: Timestamp,
    error: z.string().nullable().meta({ description: "Why the last attempt failed." }),
  })
  .meta({ id: "WaitingJob" });
export type WaitingJob = z.output<typeof WaitingJob>;

export const DeadJob = z
  .object({
    ...facts,
    attempts: z.int(),
    error: z.string(),
    requestId: z.string().nullable().meta({ description: "The request that asked for it, as the log names it." }),
    diedAt: Timestamp,
  })
  .meta({ id: "DeadJob" });
export type DeadJob = z.output<typeof DeadJob>;

export const JobSchedule = z
  .object({
    name: z.string(),
    cron: z.string().meta({ description: "Minute, hour, day, month and weekday, in UTC." }),
    lastAt: Timestamp.nullable(),
    nextAt: Timestamp.nullable().meta({ description: "Null where it is more than a week away." }),
  })
  .meta({ id: "JobSchedule" });
export type JobSchedule = z.output<typeof JobSchedule>;

export const JobsOverview = z
  .object({
    dueCount: z.int(),
    laterCount: z.int(),
    runningCount: z.int(),
    deadCount: z.int(),
    oldestDueSeconds: z.int().meta({ description: "How long the job has waited that has waited longest." }),
    running: z.array(RunningJob),
    waiting: z.array(WaitingJob).meta({ description: "At most fifty, the next first." }),
    schedules: z.array(JobSchedule),
  })
  .meta({ id: "JobsOverview" });
export type JobsOverview = z.output<typeof JobsOverview>;

export const getJobs = defineRoute("admin.get_jobs", {
  http: "GET /admin/jobs",
  summary: "What the servers do in the background: what runs, waits and comes again",
  owner: true,
  input: z.strictObject({}),
  output: JobsOverview,
  limit: limits.read,
  etag: true,
});

export const listDeadJobs = defineRoute("admin.list_dead_jobs", {
  http: "GET /admin/jobs/dead",
  summary: "The jobs that were given up, the latest first",
  owner: true,
  input: z.strictObject(pageQuery),
  output: z.array(DeadJob),
  cursor: z.object({ id: z.string(), diedExactly: z.string() }),
  limit: limits.read,
  etag: true,
});

const Changed = z.object({ count: z.int().meta({ description: "How many jobs there were." }) });

export const retryDeadJob = defineRoute("admin.retry_dead_job", {
  http: "POST /admin/jobs/dead/:jobId/retry",
  summary: "Let a dead job run again, with all its attempts",
  owner: true,
  input: z.strictObject({ jobId: JobId }),
  output: z.null(),
  errors: [JobNotFound],
  limit: limits.write,
});

export const discardDeadJob = defineRoute("admin.discard_dead_job", {
  http: "DELETE /admin/jobs/dead/:jobId",
  summary: "Forget a dead job",
  owner: true,
  input: z.strictObject({ jobId: JobId }),
  output: z.null(),
  errors: [JobNotFound],
  limit: limits.write,
});

export const retryDeadJobs = defineRoute("admin.retry_dead_jobs", {
  http: "POST /admin/jobs/dead/retry",
  summary: "Let the oldest thousand dead jobs run again",
  owner: true,
  input: z.strictObject({}),
  output: Changed,
  limit: limits.write,
});

export const discardDeadJobs = defineRoute("admin.discard_dead_jobs", {
  http: "DELETE /admin/jobs/dead",
  summary: "Forget the oldest thousand dead jobs",
  owner: true,
  input: z.strictObject({}),
  output: Changed,
  limit: limits.write,
});
