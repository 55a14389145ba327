import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import { defineJob, defineSchedule } from "../../../platform/jobs/index.ts";
import { deleteOldLinks } from "../store/links.ts";
import { deleteOldSessions } from "../store/sessions.ts";

const job = defineJob("accounts.clean_up", { payload: z.object({}) });
const dayMs = 86_400_000;

export const cleanUpSchedule = defineSchedule("accounts.clean_up", "23 * * * *", job, {});

/** Deletes sessions that ended or expired a day ago, and links that are too old. */
export const cleanUp = onJob(job, ({ write }) =>
  write(system, async (tx) => {
    await deleteOldSessions(tx, new Date(tx.now.getTime() - dayMs));
    await deleteOldLinks(tx);
  }),
);
