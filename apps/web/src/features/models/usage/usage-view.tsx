import type { models } from "@althing/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ReceiptText } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import { Select } from "../../../ui/select.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { ExportButton } from "./export-button.tsx";
import { UsageReport } from "./usage-report.tsx";

type Props = { whose: "mine" | "all"; groupings: readonly models.UsageBy[] };

const spans = ["7", "30", "90"] as const;
const dayMs = 86_400_000;

/** What was spent by day, and by what one asks. */
export function UsageView({ whose, groupings }: Props) {
  const t = useTranslations("models.usage");
  const { models: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const [span, setSpan] = useState<(typeof spans)[number]>("30");
  const [by, setBy] = useState<models.UsageBy>("model");
  const from = new Date(Date.now() - (Number(span) - 1) * dayMs).toISOString().slice(0, 10);
  const { data, error, refetch } = useQuery({
    queryKey: ["models.get_usage", workspaceId, whose, by, from],
    queryFn: () => api.getUsage({ workspaceId, whose, by, from }),
    placeholderData: keepPreviousData,
    staleTime: 0,
    refetchInterval: 30_000,
  });
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-end gap-3">
        <SegmentedControl
          label={t("span")}
          value={span}
          onValueChange={setSpan}
          options={spans.map((value) => ({ value, label: t("days", { count: Number(value) }) }))}
        />
        <Select
          label={t("by")}
          hideLabel
          className="w-44"
          options={groupings.map((value) => ({ value, label: t(`groupings.${value}`) }))}
          value={by}
          onValueChange={setBy}
        />
        <ExportButton whose={whose} from={from} />
      </div>
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-64" />}
      {data && data.total.entryCount === 0 && (
        <EmptyState icon={<ReceiptText />} title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      )}
      {data && data.total.entryCount > 0 && <UsageReport report={data} by={by} />}
    </div>
  );
}
