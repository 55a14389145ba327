import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import { defineJob, defineSchedule } from "../../../platform/jobs/index.ts";
import { daysBefore } from "../periods.ts";
import { deleteOldReservations } from "../store/ledger.ts";

const job = defineJob("models.clean_up", { payload: z.object({}) });

/** A call that is settled later than this was forgotten by everyone. */
const keptDays = 7;

export const cleanUpSchedule = defineSchedule("models.clean_up", "41 3 * * *", job, {});

export const cleanUp = onJob(job, ({ write }) =>
  write(system, (tx) => deleteOldReservations(tx, daysBefore(tx.now, keptDays))),
);
