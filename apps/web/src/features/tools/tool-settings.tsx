import { useSearch } from "@tanstack/react-router";
import { useTranslations } from "use-intl";
import { spokenLater } from "../../i18n/index.ts";
import { Badge } from "../../ui/badge.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { usePermission } from "../workspaces/index.ts";
import { ConflictList } from "./alike/conflict-list.tsx";
import { FiguresView } from "./figures/figures-view.tsx";
import { toolParts, useGoToTools } from "./place.ts";
import { PolicyList } from "./policies/policy-list.tsx";
import { SourceView } from "./source/source-view.tsx";
import { SourceList } from "./sources/source-list.tsx";
import { useToolSources } from "./use-tool-sources.ts";
import { useToolConflicts } from "./use-tools.ts";

export const ToolSettings = spokenLater("tools", Parts);

/** Where tools come from, what is said of them, which do the same and how they fare; or one source with its tools. */
function Parts() {
  const t = useTranslations("tools");
  const { at } = useSearch({ from: "/w/$slug/settings/$page" });
  const goTo = useGoToTools();
  const mayManage = usePermission("tool.manage");
  const { sources, error, load } = useToolSources();
  const { data: conflicts = [] } = useToolConflicts();
  if (error && !sources) return <ErrorState error={error} onRetry={load} />;
  if (!sources) return <Skeleton className="h-64" />;
  const source = sources.find(({ id }) => id === at);
  if (source && mayManage) return <SourceView key={source.id} source={source} />;

  const contents = {
    sources: <SourceList sources={sources} mayManage={mayManage} />,
    policies: <PolicyList mayManage={mayManage} />,
    alike: <ConflictList sources={sources} mayManage={mayManage} />,
    figures: <FiguresView />,
  };
  const shown = mayManage ? toolParts : toolParts.filter((part) => part !== "figures");
  return (
    <Tabs
      label={t("title")}
      value={shown.find((part) => part === at) ?? "sources"}
      onValueChange={goTo}
      tabs={shown.map((part) => ({
        value: part,
        content: contents[part],
        label: (
          <>
            {t(`parts.${part}`)}
            {part === "alike" && conflicts.length > 0 && (
              <Badge count={conflicts.length} label={t("alike.count", { count: conflicts.length })} />
            )}
          </>
        ),
      }))}
    />
  );
}
