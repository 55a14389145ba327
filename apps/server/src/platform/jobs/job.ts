import type { z } from "zod";
import { defineStatement, type Session } from "../database/index.ts";
import { logContext } from "../telemetry/index.ts";

export type JobDef<Payload extends z.ZodType = z.ZodType> = {
  readonly name: string;
  readonly payload: Payload;
  readonly maxAttempts: number;
  /** After this time the job's signal is aborted; the attempt ends when the job does. */
  readonly timeoutSeconds: number | undefined;
  /** Smaller runs first. */
  readonly priority: number;
};

export type JobOptions<Payload extends z.ZodType> = {
  payload: Payload;
  maxAttempts?: number;
  timeoutSeconds?: number;
  priority?: number;
};

export const defineJob = <Payload extends z.ZodType>(name: string, options: JobOptions<Payload>): JobDef<Payload> => ({
  name,
  payload: options.payload,
  maxAttempts: options.maxAttempts ?? 12,
  timeoutSeconds: options.timeoutSeconds,
  priority: options.priority ?? 0,
});

export type JobWhen = {
  runAt?: Date;
  /** Replaces a job of the same key that has not started. */
  key?: string;
};

/** What lies in the table: the payload, and the ids under which the asking request was logged. */
export type Envelope = { readonly payload: unknown; readonly ids: { requestId?: string; traceId?: string } };

const addJob = defineStatement(
  "jobs.add",
  `select id from graphile_worker.add_job($1, payload => $2::json, run_at => $3::timestamptz,
     max_attempts => $4::int, job_key => $5, priority => $6::int)`,
);

/** Adds a job in the caller's transaction: it runs after the commit, and was never there after a rollback. Gives its id. */
export async function insertJob<Payload extends z.ZodType>(
  session: Session,
  job: JobDef<Payload>,
  payload: z.input<Payload>,
  when: JobWhen = {},
): Promise<string> {
  job.payload.parse(payload);
  const { requestId, traceId } = logContext();
  const envelope: Envelope = { payload, ids: { requestId, traceId } };
  const [added] = await session.query<{ id: number }>(addJob, [
    job.name,
    JSON.stringify(envelope),
    when.runAt ?? null,
    job.maxAttempts,
    when.key ?? null,
    job.priority,
  ]);
  return String(added?.id);
}
