import { useTranslations } from "use-intl";
import { classes } from "../classes.ts";
import type { Bar, Part, WriteNumber } from "./bar.ts";
import { partFill } from "./part-fills.ts";

type ChartLegendProps = {
  bars: readonly Bar[];
  parts: readonly Part[];
  /** The bar whose numbers are told, in place of all. */
  pointed: Bar | undefined;
  write: WriteNumber;
  /** Lets one part stand out. */
  onLight: (part: number | undefined) => void;
};

/** The names of the parts in the order of the stack, with what each is of the bar that is pointed at, or in all. */
export function ChartLegend({ bars, parts, pointed, write, onLight }: ChartLegendProps) {
  const t = useTranslations("ui.chart");
  const told = pointed ? [pointed] : bars;
  const sum = (part: number) => told.reduce((all, bar) => all + (bar.parts?.[part] ?? 0), 0);
  return (
    <div className="mt-1 flex flex-col gap-1 text-xs">
      <p aria-hidden="true" className="text-ink-faint">
        {pointed?.label ?? t("inAll")}
      </p>
      <ol className="grid grid-cols-[repeat(auto-fill,minmax(min(14rem,100%),1fr))] gap-x-8">
        {parts.map(({ key, name }, part) => (
          <li
            key={key}
            className="flex items-center gap-2 py-0.5"
            onPointerEnter={() => onLight(part)}
            onPointerLeave={() => onLight(undefined)}
          >
            <svg aria-hidden="true" className="size-2.5 shrink-0">
              <rect width="100%" height="100%" rx={2} className={partFill(part)} />
            </svg>
            <bdi className="min-w-0 flex-1 truncate" title={name}>
              {name}
            </bdi>
            <span className={classes("tabular-nums", sum(part) === 0 ? "text-ink-faint" : "font-medium")}>
              {write(sum(part))}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
