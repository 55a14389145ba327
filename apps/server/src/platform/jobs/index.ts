export { type BoundJob, bindJob, type JobContext, JobFailed } from "./binding.ts";
export { defineJob, insertJob, type JobDef, type JobOptions, type JobWhen } from "./job.ts";
export {
  createJobs,
  type DeadJob,
  type JobProgress,
  type Jobs,
  type JobsOptions,
  type JobsState,
} from "./jobs.ts";
export { jobMigrations, migrateJobs } from "./migrations.ts";
export { defineSchedule, type Schedule } from "./schedule.ts";
