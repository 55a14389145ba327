export { type BoundJob, bindJob, type JobContext, JobFailed } from "./binding.ts";
export { defineJob, insertJob, type JobDef, type JobOptions, type JobWhen } from "./job.ts";
