import type { admin } from "@althing/contract";
import { validate as isUuid } from "uuid";
import type { DeadJob, RunningJob, ScheduledJob, WaitingJob } from "../../platform/jobs/index.ts";

/** Of a payload only what names things: an id opens no door and says nothing of a person. */
export function viewSubject(payload: unknown): admin.JobSubject {
  const fields = typeof payload === "object" && payload !== null ? Object.entries(payload) : [];
  const ids = fields.filter((field): field is [string, string] => field[0].endsWith("Id") && isUuid(field[1]));
  return { ids: Object.fromEntries(ids), bytes: Buffer.byteLength(JSON.stringify(payload ?? null)) };
}

type Job = Pick<RunningJob, "id" | "name" | "payload" | "createdAt">;
const viewFacts = ({ id, name, payload, createdAt }: Job) => ({
  id,
  name,
  subject: viewSubject(payload),
  createdAt: createdAt.toISOString(),
});

export const viewRunning = (job: RunningJob): admin.RunningJob => ({
  ...viewFacts(job),
  attempts: job.attempts,
  maxAttempts: job.maxAttempts,
  fraction: job.fraction,
  note: job.note,
});

export const viewWaiting = (job: WaitingJob): admin.WaitingJob => ({
  ...viewFacts(job),
  attempts: job.attempts,
  maxAttempts: job.maxAttempts,
  runAt: job.runAt.toISOString(),
  error: job.error,
});

export const viewDead = (job: DeadJob): admin.DeadJob => ({
  ...viewFacts(job),
  attempts: job.attempts,
  error: job.error,
  requestId: job.requestId,
  diedAt: job.diedAt.toISOString(),
});

export const viewSchedule = ({ name, cron, lastAt, nextAt }: ScheduledJob): admin.JobSchedule => ({
  name,
  cron,
  lastAt: lastAt?.toISOString() ?? null,
  nextAt: nextAt?.toISOString() ?? null,
});
