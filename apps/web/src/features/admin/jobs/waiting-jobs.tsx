import type { admin } from "@althing/contract";
import { useTranslations } from "use-intl";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { Table } from "../../../ui/table.tsx";
import { Section } from "../../accounts/index.ts";
import { JobName } from "./job-name.tsx";

/** From when on a job that is due has waited for too long to be nothing. */
const lateSeconds = 30;

type WaitingJobsProps = { jobs: readonly admin.WaitingJob[]; oldestDueSeconds: number };

export function WaitingJobs({ jobs, oldestDueSeconds }: WaitingJobsProps) {
  const t = useTranslations("admin.jobs");
  const isLate = oldestDueSeconds > lateSeconds;
  return (
    <Section title={t("waitingTitle")} hint={isLate && t("late", { seconds: oldestDueSeconds })}>
      <Table
        label={t("waitingTable")}
        rows={jobs}
        rowKey={({ id }) => id}
        empty={<p className="text-ink-muted">{t("waitingNone")}</p>}
        columns={[
          { key: "name", header: t("job"), cell: ({ name }) => <JobName name={name} /> },
          { key: "when", header: t("when"), cell: ({ runAt }) => <RelativeTime at={runAt} /> },
          {
            key: "attempts",
            header: t("attempts"),
            align: "end",
            cell: ({ attempts, maxAttempts }) => t("ofMost", { attempts, most: maxAttempts }),
          },
          {
            key: "error",
            header: t("lastError"),
            className: "wrap-anywhere min-w-48 text-ink-muted",
            cell: ({ error }) => <span dir="auto">{error}</span>,
          },
        ]}
      />
    </Section>
  );
}
