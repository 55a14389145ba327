import type { tools } from "@althing/contract";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/checkbox.tsx";
import { FormProblem } from "../../../ui/form-problem.tsx";
import { useSubmit } from "../../../ui/use-submit.ts";
import { PriceButton } from "./price-button.tsx";
import { ToolRow } from "./tool-row.tsx";

type Props = {
  title: string;
  hint: string;
  tools: readonly tools.Tool[];
  /** Whether it is said here what they cost. */
  isPriced?: boolean;
  /** What is done with the chosen ones, and what it is called for so many. */
  action?: {
    label: (count: number) => string;
    isMain?: boolean;
    run: (chosen: readonly tools.Tool[]) => Promise<unknown>;
  };
};

/** Tools in the same state, and what is done with several of them at once. */
export function ToolSection({ title, hint, tools: all, isPriced = false, action }: Props) {
  const t = useTranslations("tools.source");
  // With the fingerprint that was seen: a tool that says something else by now is no longer chosen.
  const [seen, setSeen] = useState<ReadonlyMap<string, string>>(new Map());
  const chosen = all.filter(({ id, fingerprint }) => seen.get(id) === fingerprint);
  const isAll = chosen.length === all.length;
  const { submit, pending, problem } = useSubmit(async () => {
    await action?.run(chosen);
    setSeen(new Map());
  });
  const choose = (wanted: readonly tools.Tool[]) =>
    setSeen(new Map(wanted.map(({ id, fingerprint }) => [id, fingerprint])));
  if (all.length === 0) return null;
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <header>
        <h3 className="font-semibold text-sm">
          {title} <span className="font-normal text-ink-faint tabular-nums">{all.length}</span>
        </h3>
        <p className="text-ink-muted text-sm">{hint}</p>
      </header>
      <FormProblem problem={problem} />
      <div className="overflow-hidden rounded-lg border border-line bg-surface">
        {action && (
          <div className="flex min-h-11 flex-wrap items-center justify-between gap-2 border-line border-b bg-sunken px-4 py-1.5">
            <Checkbox
              label={t("all")}
              checked={isAll}
              indeterminate={!isAll && chosen.length > 0}
              onCheckedChange={(on) => choose(on ? all : [])}
            />
            <Button
              size="small"
              variant={action.isMain ? "primary" : "secondary"}
              disabled={chosen.length === 0}
              loading={pending}
              onClick={() => void submit()}
            >
              {action.label(chosen.length)}
            </Button>
          </div>
        )}
        <ul className="divide-y divide-line">
          {all.map((tool) => (
            <ToolRow
              key={tool.id}
              tool={tool}
              trailing={isPriced && <PriceButton pattern={tool.name} name={tool.wording.title ?? tool.name} />}
              leading={
                action && (
                  <Checkbox
                    label={t("choose", { name: tool.name })}
                    hideLabel
                    checked={chosen.includes(tool)}
                    onCheckedChange={(on) => choose(on ? [...chosen, tool] : chosen.filter((one) => one !== tool))}
                  />
                )
              }
            />
          ))}
        </ul>
      </div>
    </section>
  );
}
