import type { tools } from "@althing/contract";
import { useFormatter, useTranslations } from "use-intl";
import { BarList } from "../../../ui/charts/bar-list.tsx";
import { Measures } from "../../../ui/charts/measures.tsx";
import { RangeList } from "../../../ui/charts/range-list.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { failuresOf, sumsOf } from "./sums.ts";
import { useSpanOfTime } from "./use-span-of-time.ts";

type Props = { metrics: readonly tools.ToolMetrics[] };

const mostDrawn = 8;

/** Most called, slowest, what went wrong; and all of it as a table. */
export function FiguresReport({ metrics }: Props) {
  const t = useTranslations("tools.figures");
  const { number } = useFormatter();
  const spanOfTime = useSpanOfTime();
  const { calls, successRate, approvalRate, approvalSeconds } = sumsOf(metrics);
  const share = (value: number | undefined) =>
    value === undefined ? "–" : number(value, { style: "percent", maximumFractionDigits: 1 });
  const failures = failuresOf(metrics);
  const called = metrics.filter((one) => one.calls > 0).slice(0, mostDrawn);
  return (
    <>
      <Measures
        measures={[
          { label: t("calls"), value: number(calls) },
          { label: t("success"), value: share(successRate) },
          { label: t("approvals"), value: share(approvalRate) },
          {
            label: t("decided"),
            value: approvalSeconds === undefined ? "–" : spanOfTime(approvalSeconds * 1_000),
          },
        ]}
      />
      {called.length > 0 && (
        <BarList
          title={t("mostCalled")}
          entries={called.map((one) => ({
            key: one.name,
            name: <Name name={one.name} />,
            value: one.calls,
            detail: t("succeeded", { share: share(one.successRate ?? undefined) }),
          }))}
        />
      )}
      <Times metrics={metrics} />
      {failures.length > 0 && (
        <BarList
          title={t("failures")}
          tone="danger"
          entries={failures.map(({ kind, count }) => ({ key: kind, name: t(`kinds.${kind}`), value: count }))}
        />
      )}
      <FiguresTable metrics={metrics} />
      <p className="text-ink-faint text-xs">{t("utc")}</p>
    </>
  );
}

/** The slowest first. */
function Times({ metrics }: Props) {
  const t = useTranslations("tools.figures");
  const spanOfTime = useSpanOfTime();
  const entries = metrics.flatMap(({ name, p50Ms, p95Ms }) =>
    p50Ms === null || p95Ms === null ? [] : [{ name, from: p50Ms, to: p95Ms }],
  );
  if (entries.length === 0) return null;
  return (
    <RangeList
      title={t("times")}
      hint={t("timesHint")}
      entries={entries
        .sort((one, other) => other.to - one.to)
        .slice(0, mostDrawn)
        .map(({ name, from, to }) => ({
          key: name,
          name: <Name name={name} />,
          from,
          to,
          detail: t("fromTo", { from: spanOfTime(from), to: spanOfTime(to) }),
        }))}
    />
  );
}

const Name = ({ name }: { name: string }) => (
  <code dir="ltr" className="text-xs">
    {name}
  </code>
);
