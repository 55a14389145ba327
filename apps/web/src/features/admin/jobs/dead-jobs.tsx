import { CircleCheck, RotateCcw, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Section } from "../../accounts/index.ts";
import { DeadJobLine } from "./dead-job-line.tsx";
import { useDeadJobVerbs } from "./use-dead-job-verbs.ts";
import { useDeadJobs } from "./use-jobs.ts";

/** Jobs that failed until they were out of attempts, to be tried again or discarded. */
export function DeadJobs({ count }: { count: number }) {
  const t = useTranslations("admin.jobs");
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useDeadJobs();
  const { retryAll, discardAll } = useDeadJobVerbs();
  const jobs = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section
      title={t("deadTitle")}
      hint={count > 0 && t("deadHint")}
      actions={
        jobs.length > 0 && (
          <div className="flex flex-wrap gap-2">
            <Button size="small" icon={<RotateCcw />} onClick={() => void retryAll()}>
              {t("retryAll")}
            </Button>
            <Button size="small" icon={<Trash2 />} onClick={() => void discardAll()}>
              {t("discardAll")}
            </Button>
          </div>
        )
      }
    >
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-24" />}
      {data && jobs.length === 0 && <EmptyState icon={<CircleCheck />} title={t("deadNone")} />}
      <ul aria-label={t("deadTitle")} className="divide-y divide-line rounded-lg border border-line empty:hidden">
        {jobs.map((job) => (
          <DeadJobLine key={job.id} job={job} />
        ))}
      </ul>
      {hasNextPage && (
        <Button className="mt-3" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </Section>
  );
}
