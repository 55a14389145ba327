import type { tools } from "@althing/contract";
import { Combine } from "lucide-react";
import { useTranslations } from "use-intl";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { useToolConflicts } from "../use-tools.ts";
import { ConflictCard } from "./conflict-card.tsx";

type Props = { sources: readonly tools.ToolSource[]; mayManage: boolean };

/** Tools of different sources that do the same, and which of them is taken. */
export function ConflictList({ sources, mayManage }: Props) {
  const t = useTranslations("tools.alike");
  const { data, error, refetch } = useToolConflicts();
  if (!data && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-40" />;
  if (data.length === 0) {
    return (
      <EmptyState icon={<Combine />} title={t("none")}>
        {t("noneHint")}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-ink-muted">{t("hint")}</p>
      {data.map((conflict) => (
        <ConflictCard key={conflict.chosen} conflict={conflict} sources={sources} mayManage={mayManage} />
      ))}
    </div>
  );
}
