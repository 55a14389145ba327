import type { admin } from "@althing/contract";
import { RotateCcw, Trash2 } from "lucide-react";
import { useTranslations } from "use-intl";
import { IconButton } from "../../../ui/icon-button.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { JobFacts } from "./job-facts.tsx";
import { JobName } from "./job-name.tsx";
import { useDeadJobVerbs } from "./use-dead-job-verbs.ts";

export function DeadJobLine({ job }: { job: admin.DeadJob }) {
  const t = useTranslations("admin.jobs");
  const { retry, discard } = useDeadJobVerbs();
  const { name, error, attempts, diedAt, requestId, subject } = job;
  return (
    <li className="flex items-start gap-2 px-4 py-3">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <JobName name={name} />
        <p dir="auto" className="wrap-anywhere text-danger text-sm">
          {error}
        </p>
        <JobFacts subject={subject}>
          <span>{t("tried", { count: attempts })}</span>
          <RelativeTime at={diedAt} />
          {requestId && <span className="wrap-anywhere">{t("request", { id: requestId })}</span>}
        </JobFacts>
      </div>
      <IconButton size="small" label={t("retryOne", { name })} icon={<RotateCcw />} onClick={() => void retry(job)} />
      <IconButton size="small" label={t("discardOne", { name })} icon={<Trash2 />} onClick={() => void discard(job)} />
    </li>
  );
}
