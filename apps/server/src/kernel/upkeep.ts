// The kernel's own chores: the log is cut ahead and trimmed, kept answers are forgotten after a day.
import { z } from "zod";
import type { Database } from "../platform/database/index.ts";
import { makePartitions, trimPartitions } from "../platform/feeds/index.ts";
import { type BoundJob, bindJob, defineJob, defineSchedule } from "../platform/jobs/index.ts";
import { forgetEmptyPlaces } from "../platform/limits/index.ts";
import { forgetOldAnswers } from "./idempotency.ts";
import type { Platform } from "./platform.ts";
import { forgetUsedTickets } from "./tickets.ts";

const tidy = defineJob("kernel.tidy", { payload: z.object({}) });

export const upkeepSchedules = [defineSchedule("kernel.tidy", "17 * * * *", tidy, {})];

export const upkeepJobs = (platform: Platform, database: Database): BoundJob[] => [
  bindJob(tidy, async () => {
    const now = platform.clock();
    await makePartitions(database, now);
    await trimPartitions(database, now, platform.config.realtime.eventRetentionDays);
    await database.query(forgetOldAnswers);
    await database.query(forgetUsedTickets);
    await database.query(forgetEmptyPlaces);
  }),
];
