import type { tools } from "@althing/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { Banner } from "../../../ui/banner.tsx";
import { Button } from "../../../ui/button.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { useGoToTools } from "../place.ts";
import { SourceIcon } from "../sources/source-icon.tsx";
import { SourceState } from "../sources/source-state.tsx";
import { SourceActions } from "./source-actions.tsx";
import { SourceFacts } from "./source-facts.tsx";
import { SourceTools } from "./source-tools.tsx";

/** A source with all that is behind it, and its tools by what they may do. */
export function SourceView({ source: told }: { source: tools.ToolSource }) {
  const t = useTranslations("tools.source");
  const { tools: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const goTo = useGoToTools();
  const {
    data: detail,
    error,
    refetch,
  } = useQuery({
    queryKey: ["tools.get_source", told.id, told.version],
    queryFn: () => api.getToolSource({ workspaceId, sourceId: told.id }),
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const source = detail ?? told;
  return (
    <div className="flex flex-col gap-6">
      <Button
        variant="ghost"
        size="small"
        icon={<ArrowLeft className="rtl:-scale-x-100" />}
        className="-ms-2.5 -mb-2 self-start"
        onClick={() => goTo()}
      >
        {t("back")}
      </Button>
      <header className="flex flex-wrap items-center gap-3">
        <SourceIcon kind={source.kind} />
        <div className="min-w-0 flex-1 basis-48">
          <div className="flex flex-wrap items-center gap-2">
            <h2 className="font-semibold text-lg">
              <bdi>{source.title}</bdi>
            </h2>
            <SourceState source={source} />
          </div>
          {source.description && <p className="text-ink-muted text-sm">{source.description}</p>}
        </div>
        {detail && source.kind !== "builtin" && <SourceActions detail={detail} onChange={() => void refetch()} />}
      </header>
      <Trouble source={source} />
      {error && !detail ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        source.kind !== "builtin" && detail && <SourceFacts detail={detail} />
      )}
      <SourceTools source={source} />
    </div>
  );
}

/** What keeps a source from working, and what to do. */
function Trouble({ source: { id, workspaceId, health, enabled } }: { source: tools.ToolSource }) {
  const t = useTranslations("tools.source");
  if (!enabled) return <Banner className="rounded-md">{t("off")}</Banner>;
  if (health.state === "needs_sign_in") {
    const signIn = (
      <Button size="small" render={<a href={`/connect/${workspaceId}/${id}`} target="_blank" rel="noopener" />}>
        {t("signIn")}
      </Button>
    );
    return (
      <Banner tone="warning" className="rounded-md" actions={signIn}>
        {t("needsSignIn")}
      </Banner>
    );
  }
  if (!health.message) return null;
  return (
    <Banner tone={health.state === "well" ? "warning" : "danger"} className="rounded-md">
      <p className="font-medium">{health.message}</p>
      {health.state !== "well" && (
        <p className="text-ink-muted">{t(health.state === "resting" ? "resting" : "failing")}</p>
      )}
    </Banner>
  );
}
