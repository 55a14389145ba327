import type { tools } from "@althing/contract";
import { Check } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { classes } from "../../../ui/classes.ts";
import { Tag } from "../../../ui/tag.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { moved } from "./reorder.ts";
import { useSetOrder } from "./use-set-order.ts";

type Props = { conflict: tools.ToolConflict; sources: readonly tools.ToolSource[]; mayManage: boolean };

/** The tools that do the same, the preferred first, with the server's reason. */
export function ConflictCard({ conflict, sources, mayManage }: Props) {
  const t = useTranslations("tools.alike");
  const { candidates, chosen, likeness, reason } = conflict;
  const prefer = usePrefer(sources, chosen);
  return (
    <section aria-label={t("label", { name: chosen })} className="rounded-lg border border-line bg-surface">
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-line border-b px-4 py-2.5">
        <Tag>{t(likeness)}</Tag>
        <p className="min-w-0 flex-1 basis-48 text-ink-muted text-sm">{reason}</p>
      </header>
      <ol className="divide-y divide-line">
        {candidates.map(({ toolId, name, source, precedence }) => {
          const isChosen = name === chosen;
          const act = mayManage && !isChosen ? prefer(name) : undefined;
          return (
            <li key={toolId} className="flex min-h-13 items-center gap-3 px-4 py-2">
              <Check aria-hidden="true" className={classes("size-4 shrink-0 text-success", !isChosen && "invisible")} />
              <span className="flex min-w-0 flex-1 flex-col">
                <code dir="ltr" className={classes("break-all text-sm", isChosen ? "font-semibold" : "text-ink-muted")}>
                  {name}
                </code>
                <span className="text-ink-muted text-xs">
                  <bdi>{source}</bdi> · {t("precedence", { precedence })}
                </span>
              </span>
              {isChosen && <Tag tone="success">{t("preferred")}</Tag>}
              {act && (
                <Button size="small" loading={act.isPending} aria-label={t("preferOne", { name })} onClick={act.run}>
                  {t("prefer")}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Puts the source of a tool before the source of the chosen one; before Althing's own there is no place. */
function usePrefer(sources: readonly tools.ToolSource[], chosen: string) {
  const setOrder = useSetOrder();
  const toast = useToast();
  const [pending, setPending] = useState<string>();
  const foreign = sources.filter(({ kind }) => kind !== "builtin");
  const placeOf = (name: string) => foreign.findIndex(({ slug }) => name.startsWith(`${slug}__`));
  return (name: string) => {
    const [from, to] = [placeOf(name), placeOf(chosen)];
    if (from < 0 || to < 0) return undefined;
    const run = async () => {
      setPending(name);
      await setOrder(moved(foreign, from, to)).catch(toast.showProblem);
      setPending(undefined);
    };
    return { isPending: pending === name, run: () => void run() };
  };
}
