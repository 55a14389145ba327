export { type BoundJob, bindJob, type JobContext, JobFailed } from "./binding.ts";
export {
  createJobsDesk,
  type DeadJob,
  type JobsDesk,
  type RunningJob,
  type ScheduledJob,
  type WaitingJob,
} from "./desk.ts";
export { defineJob, insertJob, type JobDef, type JobWhen } from "./job.ts";
export { createJobs, type Jobs } from "./jobs.ts";
export { jobMigrations, migrateJobs } from "./migrations.ts";
export { restAfter } from "./rest.ts";
export { defineSchedule, type Schedule } from "./schedule.ts";
