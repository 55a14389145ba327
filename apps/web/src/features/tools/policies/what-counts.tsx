import { useTranslations } from "use-intl";
import { decisionLooks, decisions } from "./decisions.ts";

const rules = ["strictest", "silence", "remembered"] as const;

/** How it is decided whether a tool runs, told plainly. */
export function WhatCounts() {
  const t = useTranslations("tools.policies");
  return (
    <section aria-label={t("whatCounts")} className="rounded-lg bg-sunken p-4">
      <ol className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium text-sm">
        {decisions.map((decision, index) => {
          const { icon: Icon, tone } = decisionLooks[decision];
          return (
            <li key={decision} className="flex items-center gap-1.5">
              {index > 0 && <span className="me-0.5 font-normal text-ink-muted text-xs">{t("before")}</span>}
              <Icon aria-hidden="true" className={`size-4 ${tone}`} />
              {t(`decisions.${decision}`)}
            </li>
          );
        })}
      </ol>
      <ul className="mt-2 flex list-disc flex-col gap-1 ps-5 text-ink-muted text-sm marker:text-ink-faint">
        {rules.map((rule) => (
          <li key={rule}>{t(rule)}</li>
        ))}
      </ul>
    </section>
  );
}
