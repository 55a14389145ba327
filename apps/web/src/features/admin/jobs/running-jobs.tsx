import type { admin } from "@althing/contract";
import { useTranslations } from "use-intl";
import { Progress } from "../../../ui/progress.tsx";
import { Section } from "../../accounts/index.ts";
import { JobFacts } from "./job-facts.tsx";

export function RunningJobs({ jobs }: { jobs: readonly admin.RunningJob[] }) {
  const t = useTranslations("admin.jobs");
  return (
    <Section title={t("runningTitle")}>
      {jobs.length === 0 && <p className="text-ink-muted">{t("runningNone")}</p>}
      <ul className="flex flex-col gap-4">
        {jobs.map(({ id, name, attempts, maxAttempts, fraction, note, subject }) => (
          <li key={id} className="flex flex-col gap-1">
            <Progress label={note ? `${name}: ${note}` : name} value={fraction} />
            <JobFacts subject={subject}>
              <span>{t("attempt", { attempt: attempts, most: maxAttempts })}</span>
            </JobFacts>
          </li>
        ))}
      </ul>
    </Section>
  );
}
