import type { admin } from "@althing/contract";
import { useTranslations } from "use-intl";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { Table } from "../../../ui/table.tsx";
import { Section } from "../../accounts/index.ts";
import { JobName } from "./job-name.tsx";

/** What comes again by the clock. */
export function Schedules({ schedules }: { schedules: readonly admin.JobSchedule[] }) {
  const t = useTranslations("admin.jobs");
  return (
    <Section title={t("schedulesTitle")}>
      <Table
        label={t("schedulesTable")}
        rows={schedules}
        rowKey={({ name }) => name}
        columns={[
          { key: "name", header: t("job"), cell: ({ name }) => <JobName name={name} /> },
          { key: "cron", header: t("cron"), cell: ({ cron }) => <code dir="ltr">{cron}</code> },
          {
            key: "last",
            header: t("last"),
            cell: ({ lastAt }) => (lastAt ? <RelativeTime at={lastAt} /> : t("never")),
          },
          { key: "next", header: t("next"), cell: ({ nextAt }) => nextAt && <RelativeTime at={nextAt} /> },
        ]}
      />
    </Section>
  );
}
