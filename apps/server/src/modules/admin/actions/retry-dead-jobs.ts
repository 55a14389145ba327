import { admin } from "@althing/contract";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";

export const retryDeadJob: OutsideAction<typeof admin.retryDeadJob> = async ({ jobs, log }, { input: { jobId } }) => {
  if ((await jobs.retryDead(jobId)) === 0) fail(admin.JobNotFound);
  log.info({ deadJobId: jobId }, "A dead job runs again");
  return null;
};

export const retryDeadJobs: OutsideAction<typeof admin.retryDeadJobs> = async ({ jobs, log }) => {
  const count = await jobs.retryDead();
  log.info({ count }, "Dead jobs run again");
  return { count };
};
