import { type ParsedCronItem, parseCronItems } from "graphile-worker";
import type { z } from "zod";
import type { Envelope, JobDef } from "./job.ts";

export type Schedule = {
  readonly name: string;
  readonly cron: string;
  readonly job: JobDef;
  readonly payload: unknown;
};

/** `cron` is five fields in UTC. The name is how the database remembers when the job was last added. */
export const defineSchedule = <Payload extends z.ZodType>(
  name: string,
  cron: string,
  job: JobDef<Payload>,
  payload: z.input<Payload>,
): Schedule => ({ name, cron, job, payload });

const backfillPeriod = 24 * 60 * 60 * 1_000;

/** Runs missed while no server was up are made up for within a day. The key folds them, and those not yet begun, into one. */
export function cronItems(schedules: readonly Schedule[]): ParsedCronItem[] {
  return parseCronItems(
    schedules.map(({ name, cron, job, payload }) => {
      job.payload.parse(payload);
      const envelope: Envelope = { payload, ids: {} };
      const { maxAttempts, priority } = job;
      return {
        task: job.name,
        match: cron,
        identifier: name,
        payload: envelope,
        options: { backfillPeriod, maxAttempts, priority, jobKey: `schedule:${name}` },
      };
    }),
  );
}
