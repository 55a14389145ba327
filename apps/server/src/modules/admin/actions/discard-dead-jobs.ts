import { admin } from "@althing/contract";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";

export const discardDeadJob: OutsideAction<typeof admin.discardDeadJob> = async (platform, { input: { jobId } }) => {
  if ((await platform.jobs.discardDead(jobId)) === 0) fail(admin.JobNotFound);
  platform.log.info({ deadJobId: jobId }, "A dead job was discarded");
  return null;
};

export const discardDeadJobs: OutsideAction<typeof admin.discardDeadJobs> = async ({ jobs, log }) => {
  const count = await jobs.discardDead();
  log.info({ count }, "Dead jobs were discarded");
  return { count };
};
