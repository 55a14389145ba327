// The installation as its owner sees it.
import { admin } from "@althing/contract";
import { outside } from "../../kernel/binding.ts";
import { defineModule } from "../../kernel/module.ts";
import { discardDeadJob, discardDeadJobs } from "./actions/discard-dead-jobs.ts";
import { retryDeadJob, retryDeadJobs } from "./actions/retry-dead-jobs.ts";
import { getJobs } from "./queries/get-jobs.ts";
import { listDeadJobs } from "./queries/list-dead-jobs.ts";

export const adminModule = defineModule({
  name: "admin",
  routes: [
    outside(admin.getJobs, getJobs),
    outside(admin.listDeadJobs, listDeadJobs),
    outside(admin.retryDeadJob, retryDeadJob),
    outside(admin.retryDeadJobs, retryDeadJobs),
    outside(admin.discardDeadJob, discardDeadJob),
    outside(admin.discardDeadJobs, discardDeadJobs),
  ],
});
