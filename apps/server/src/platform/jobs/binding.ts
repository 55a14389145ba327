import type { z } from "zod";
import type { JobDef } from "./job.ts";

export type JobContext = {
  readonly jobId: string;
  /** 1 for the first run. */
  readonly attempt: number;
  /** Aborted when the time of the job is over, when the server stops and when its lock can no longer be trusted. */
  readonly signal: AbortSignal;
  /** Tells how far the job is, from 0 to 1. */
  progress(fraction: number, note?: string): Promise<void>;
};

export type BoundJob = {
  readonly job: JobDef;
  run(payload: unknown, context: JobContext): Promise<void>;
};

/** A job may run more than once, never twice at the same time: its effects must bear repetition. */
export const bindJob = <Payload extends z.ZodType>(
  job: JobDef<Payload>,
  run: (payload: z.output<Payload>, context: JobContext) => Promise<void>,
): BoundJob => ({
  job,
  run(payload, context) {
    const parsed = job.payload.safeParse(payload);
    // The job was added by a version of the program whose schema was another: to try again is of no use.
    if (!parsed.success) throw new JobFailed("The payload does not fit its schema", { permanent: true });
    return run(parsed.data, context);
  },
});

/** Thrown by a job to say why it failed; a permanent failure is not tried again. */
export class JobFailed extends Error {
  readonly permanent: boolean;

  constructor(message: string, options: { permanent?: boolean; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "JobFailed";
    this.permanent = options.permanent ?? false;
  }
}
