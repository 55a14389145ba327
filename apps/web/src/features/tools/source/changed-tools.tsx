import type { tools } from "@althing/contract";
import { FileDiff } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { CompareDialog } from "./compare-dialog.tsx";
import { ToolRow } from "./tool-row.tsx";

/** Tools that say something else than what was approved: out of use until somebody has looked at each. */
export function ChangedTools({ tools: all }: { tools: readonly tools.Tool[] }) {
  const t = useTranslations("tools.source");
  const [looked, setLooked] = useState<tools.Tool>();
  if (all.length === 0) return null;
  return (
    <section aria-label={t("changed")} className="flex flex-col gap-2">
      <header>
        <h3 className="font-semibold text-sm">
          {t("changed")} <span className="font-normal text-ink-faint tabular-nums">{all.length}</span>
        </h3>
        <p className="text-ink-muted text-sm">{t("changedHint")}</p>
      </header>
      <ul className="divide-y divide-line rounded-lg border border-warning/50 bg-surface">
        {all.map((tool) => (
          <ToolRow
            key={tool.id}
            tool={tool}
            trailing={
              <Button
                size="small"
                icon={<FileDiff />}
                aria-label={t("compareOne", { name: tool.name })}
                onClick={() => setLooked(tool)}
              >
                {t("compare")}
              </Button>
            }
          />
        ))}
      </ul>
      {looked?.approved && (
        <CompareDialog tool={looked} approved={looked.approved} onClose={() => setLooked(undefined)} />
      )}
    </section>
  );
}
