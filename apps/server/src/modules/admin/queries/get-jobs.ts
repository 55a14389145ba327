import type { admin } from "@althing/contract";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { viewRunning, viewSchedule, viewWaiting } from "../views.ts";

const mostListed = 50;

/** Outside, since jobs are the platform's and lie in no table of ours. */
export const getJobs: OutsideAction<typeof admin.getJobs> = async ({ jobs, clock }) => {
  const [counts, running, waiting, schedules] = await Promise.all([
    jobs.counts(),
    jobs.listRunning(mostListed),
    jobs.listWaiting(mostListed),
    jobs.listSchedules(clock()),
  ]);
  return {
    dueCount: counts.dueCount,
    laterCount: counts.laterCount,
    runningCount: counts.lockedCount,
    deadCount: counts.deadCount,
    oldestDueSeconds: Math.round(counts.oldestDueSeconds),
    running: running.map(viewRunning),
    waiting: waiting.map(viewWaiting),
    schedules: schedules.map(viewSchedule),
  };
};
