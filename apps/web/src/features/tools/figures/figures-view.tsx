import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Gauge } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { FiguresReport } from "./figures-report.tsx";

const spans = ["1", "7", "30", "90"] as const;

/** How tools fared in a span of days. */
export function FiguresView() {
  const t = useTranslations("tools.figures");
  const { tools: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const [span, setSpan] = useState<(typeof spans)[number]>("30");
  const { data, error, refetch } = useQuery({
    queryKey: ["tools.get_metrics", workspaceId, span],
    queryFn: () => api.getToolMetrics({ workspaceId, days: Number(span) }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: 30_000,
  });
  return (
    <div className="flex flex-col gap-6">
      <SegmentedControl
        label={t("span")}
        value={span}
        onValueChange={setSpan}
        options={spans.map((value) => ({ value, label: t("days", { count: Number(value) }) }))}
      />
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-64" />}
      {data?.length === 0 && (
        <EmptyState icon={<Gauge />} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      )}
      {data && data.length > 0 && <FiguresReport metrics={data} />}
    </div>
  );
}
