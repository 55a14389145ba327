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

const minuteMs = 60_000;
const minutesAhead = 7 * 24 * 60;
const backfillPeriod = 24 * 60 * 60 * 1_000;

/** When it adds its job next, to the minute; undefined where that is more than a week away. */
export function nextRunOf(schedule: Schedule, now: Date): Date | undefined {
  const [item] = cronItems([schedule]);
  const firstMinute = Math.floor(now.getTime() / minuteMs) + 1;
  for (let minute = firstMinute; minute <= firstMinute + minutesAhead; minute++) {
    const at = new Date(minute * minuteMs);
    if (item?.match(digestOf(at))) return at;
  }
  return undefined;
}

const digestOf = (at: Date) => ({
  min: at.getUTCMinutes(),
  hour: at.getUTCHours(),
  date: at.getUTCDate(),
  month: at.getUTCMonth() + 1,
  dow: at.getUTCDay(),
});

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
