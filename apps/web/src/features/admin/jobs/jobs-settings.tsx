import type { admin } from "@althing/contract";
import { useFormatter, useTranslations } from "use-intl";
import { Measures } from "../../../ui/charts/measures.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { DeadJobs } from "./dead-jobs.tsx";
import { RunningJobs } from "./running-jobs.tsx";
import { Schedules } from "./schedules.tsx";
import { useJobs } from "./use-jobs.ts";
import { WaitingJobs } from "./waiting-jobs.tsx";

/** What the servers do in the background, and what became of it. */
export function JobsSettings() {
  const { data, error, refetch } = useJobs();
  if (data) return <Overview jobs={data} />;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <div aria-busy="true" className="flex flex-col gap-6">
      <Skeleton className="h-17" />
      <Skeleton className="h-80" />
    </div>
  );
}

function Overview({ jobs }: { jobs: admin.JobsOverview }) {
  const t = useTranslations("admin.jobs");
  const { number } = useFormatter();
  const { dueCount, laterCount, runningCount, deadCount } = jobs;
  return (
    <div className="flex flex-col">
      <div className="mb-6">
        <Measures
          measures={[
            { label: t("running"), value: number(runningCount) },
            { label: t("due"), value: number(dueCount) },
            { label: t("later"), value: number(laterCount) },
            { label: t("dead"), value: number(deadCount) },
          ]}
        />
      </div>
      <DeadJobs count={deadCount} />
      <RunningJobs jobs={jobs.running} />
      <WaitingJobs jobs={jobs.waiting} oldestDueSeconds={jobs.oldestDueSeconds} />
      <Schedules schedules={jobs.schedules} />
    </div>
  );
}
