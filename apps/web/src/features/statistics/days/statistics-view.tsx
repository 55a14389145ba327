import type { UseQueryResult } from "@tanstack/react-query";
import { ChartColumn } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import type { Span } from "./range.ts";
import { SpanChoice } from "./span-choice.tsx";

type Counted = { total: { messages: number } };
type StatisticsViewProps<Statistics> = {
  span: Span;
  onSpanChange: (span: Span) => void;
  query: UseQueryResult<Statistics>;
  hint: string;
  children: (statistics: Statistics) => ReactNode;
};

/** Statistics on their way, missing, empty or there. */
export function StatisticsView<Statistics extends Counted>(props: StatisticsViewProps<Statistics>) {
  const { span, onSpanChange, query, hint, children } = props;
  const t = useTranslations("statistics.quiet");
  const { data, error, refetch } = query;
  return (
    <div className="flex flex-col gap-6">
      <SpanChoice value={span} onValueChange={onSpanChange} />
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && data.total.messages === 0 && (
        <EmptyState icon={<ChartColumn />} title={t("title")}>
          {t("detail")}
        </EmptyState>
      )}
      {data && data.total.messages > 0 && children(data)}
      <p className="text-ink-faint text-xs">{hint}</p>
    </div>
  );
}

function Loading() {
  return (
    <div aria-busy="true" className="flex flex-col gap-6">
      <Skeleton className="h-17" />
      <Skeleton className="h-44" />
      <Skeleton className="h-44" />
    </div>
  );
}
