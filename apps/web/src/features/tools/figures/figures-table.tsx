import type { tools } from "@althing/contract";
import { useFormatter, useTranslations } from "use-intl";
import { Table } from "../../../ui/table.tsx";
import { useSpanOfTime } from "./use-span-of-time.ts";

/** Every tool with all its figures. */
export function FiguresTable({ metrics }: { metrics: readonly tools.ToolMetrics[] }) {
  const t = useTranslations("tools.figures");
  const { number, dateTime } = useFormatter();
  const spanOfTime = useSpanOfTime();
  const timeOf = (ms: number | null) => (ms === null ? "–" : spanOfTime(ms));
  return (
    <Table
      label={t("table")}
      rows={metrics}
      rowKey={({ name }) => name}
      columns={[
        {
          key: "tool",
          header: t("tool"),
          className: "w-full",
          cell: ({ name }) => (
            <code dir="ltr" className="text-xs">
              {name}
            </code>
          ),
        },
        { key: "calls", header: t("calls"), align: "end", cell: ({ calls }) => number(calls) },
        {
          key: "success",
          header: t("success"),
          align: "end",
          cell: ({ successRate }) =>
            successRate === null ? "–" : number(successRate, { style: "percent", maximumFractionDigits: 1 }),
        },
        {
          key: "p50",
          header: t("middle"),
          align: "end",
          className: "whitespace-nowrap",
          cell: ({ p50Ms }) => timeOf(p50Ms),
        },
        {
          key: "p95",
          header: t("slow"),
          align: "end",
          className: "whitespace-nowrap",
          cell: ({ p95Ms }) => timeOf(p95Ms),
        },
        {
          key: "asked",
          header: t("asked"),
          align: "end",
          className: "whitespace-nowrap",
          cell: ({ asked, approved }) => (asked === 0 ? "–" : t("approvedOf", { approved, asked })),
        },
        {
          key: "last",
          header: t("lastFailure"),
          cell: ({ lastFailure }) =>
            lastFailure ? (
              <span className="whitespace-nowrap">
                {t(`kinds.${lastFailure.kind}`)}
                <span className="block text-ink-faint text-xs">
                  {dateTime(new Date(lastFailure.at), { timeZone: "UTC", day: "numeric", month: "short" })}
                </span>
              </span>
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}
