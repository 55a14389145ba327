import type { assistants } from "@althing/contract";
import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { PersonName } from "../../accounts/index.ts";

type Detail = assistants.AssistantDetail;
type Version = assistants.AssistantVersion;

/** How an assistant was set before, and the way back. */
export function Versions({ detail, onRestored }: { detail: Detail; onRestored: (restored: Detail) => void }) {
  const t = useTranslations("assistants.versions");
  const client = useClient();
  const toast = useToast();
  const { id: workspaceId } = useWorkspace();
  const [versions, setVersions] = useState<readonly Version[]>();
  const [problem, setProblem] = useState<unknown>();
  const named = { workspaceId, assistantId: detail.id };
  const load = useCallback(() => {
    setProblem(undefined);
    client.assistants.listAssistantVersions({ workspaceId, assistantId: detail.id }).then(setVersions, setProblem);
  }, [client, workspaceId, detail.id]);
  useEffect(load, [load]);
  if (problem !== undefined) return <ErrorState error={problem} onRetry={load} />;
  if (!versions) return <Skeleton className="mt-4 h-60" />;
  const restore = (version: number) =>
    client.assistants.restoreAssistantVersion({ ...named, version }).then(onRestored, toast.showProblem);
  return (
    <ol aria-label={t("title")} className="mt-4 divide-y divide-line rounded-lg border border-line bg-surface">
      {versions.map((version, index) => (
        <li key={version.version} className="flex items-start gap-3 px-4 py-3">
          <span className="w-8 shrink-0 pt-0.5 text-ink-faint text-xs tabular-nums">{version.version}</span>
          <span className="min-w-0 flex-1">
            <span className="block font-medium text-sm">
              {version.note || changesOf(t, versions[index + 1], version)}
            </span>
            <span className="flex gap-1.5 text-ink-muted text-xs">
              {version.by && <PersonName accountId={version.by} name="" />}
              <RelativeTime at={version.at} />
            </span>
          </span>
          {version.version === detail.version ? (
            <Tag tone="accent">{t("current")}</Tag>
          ) : (
            <Button size="small" onClick={() => void restore(version.version)}>
              {t("restore")}
            </Button>
          )}
        </li>
      ))}
    </ol>
  );
}

type Translate = ReturnType<typeof useTranslations<"assistants.versions">>;
const told = [
  "name",
  "description",
  "instructions",
  "model",
  "fallbacks",
  "parameters",
  "tools",
  "knowledge",
  "starters",
  "visibility",
] as const;

/** Which parts a version changed, where nobody said what it was for. */
function changesOf(t: Translate, before: Version | undefined, after: Version): string {
  if (!before) return t("first");
  const changed = told.filter((part) => JSON.stringify(before.settings[part]) !== JSON.stringify(after.settings[part]));
  return changed.length === 0 ? t("nothing") : changed.map((part) => t(`part.${part}`)).join(", ");
}
