import type { tools } from "@althing/contract";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { ErrorState } from "../../../ui/error-state.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { useTools } from "../use-tools.ts";
import { ChangedTools } from "./changed-tools.tsx";
import { ToolSection } from "./tool-section.tsx";

/** The tools of a source: what wants a look comes first. */
export function SourceTools({ source }: { source: tools.ToolSource }) {
  const t = useTranslations("tools.source");
  const { tools: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const { data, error, refetch } = useTools(source.id);
  if (!data && error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-40" />;
  const inState = (state: tools.ToolState) => data.filter((tool) => tool.state === state);
  const isBuiltIn = source.kind === "builtin";
  const approve = async (chosen: readonly tools.Tool[]) => {
    const seen = chosen.map(({ id, fingerprint }) => ({ id, fingerprint }));
    // Where one of them has changed meanwhile, none is approved: then it is shown as it is now.
    await api.approveTools({ workspaceId, tools: seen }).finally(() => void refetch());
  };
  const withdraw = (chosen: readonly tools.Tool[]) =>
    api.withdrawTools({ workspaceId, toolIds: chosen.map(({ id }) => id) });
  return (
    <div className="flex flex-col gap-6">
      {data.length === 0 && (
        <p className="rounded-lg border border-line border-dashed px-4 py-8 text-center text-ink-muted text-sm">
          {source.health.state === "unknown" && source.enabled ? t("looking") : t("none")}
        </p>
      )}
      <ChangedTools tools={inState("quarantined")} />
      <ToolSection
        title={t("waiting")}
        hint={t("waitingHint")}
        tools={inState("pending")}
        action={{ label: (count) => t("approve", { count }), isMain: true, run: approve }}
      />
      <ToolSection
        title={t("used")}
        hint={isBuiltIn ? t("builtInHint") : t("usedHint")}
        isPriced
        tools={inState("approved")}
        {...(!isBuiltIn && { action: { label: (count: number) => t("withdraw", { count }), run: withdraw } })}
      />
      <ToolSection title={t("gone")} hint={t("goneHint")} tools={inState("removed")} />
    </div>
  );
}
