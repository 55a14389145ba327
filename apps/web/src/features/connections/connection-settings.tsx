import type { connections, tools } from "@althing/contract";
import { Plug } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../connection/index.ts";
import { Button } from "../../ui/button.tsx";
import { useConfirm } from "../../ui/confirm-dialog.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorState } from "../../ui/error-state.tsx";
import { RelativeTime } from "../../ui/relative-time.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useToast } from "../../ui/toast.tsx";

/** Where one has signed in for tools, and the way to take it back. */
export function ConnectionSettings() {
  const t = useTranslations("connections");
  const { id, windows } = useWorkspace();
  const known = useReplica((replica) => replica.connections[id]);
  const titles = useSourceTitles();
  const [problem, setProblem] = useState<unknown>();
  const load = useCallback(() => {
    setProblem(undefined);
    windows.openConnections(id).catch(setProblem);
  }, [windows, id]);
  useEffect(load, [load]);
  if (problem !== undefined) return <ErrorState error={problem} onRetry={load} />;
  if (!known) return <Skeleton className="h-40" />;
  const list = Object.values(known);
  if (list.length === 0) {
    return (
      <EmptyState icon={<Plug />} title={t("none")}>
        {t("noneHint")}
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-muted">{t("hint")}</p>
      <ul aria-label={t("title")} className="divide-y divide-line rounded-lg border border-line bg-surface">
        {list.map((connection) => (
          <ConnectionLine key={connection.id} connection={connection} title={titles.get(connection.sourceId)} />
        ))}
      </ul>
    </div>
  );
}

type LineProps = { connection: connections.Connection; title: string | undefined };

function ConnectionLine({ connection, title }: LineProps) {
  const t = useTranslations("connections");
  const client = useClient();
  const confirm = useConfirm();
  const toast = useToast();
  const { id: connectionId, workspaceId, sourceId, host, state, refreshedAt, scopes } = connection;
  const remove = async () => {
    const question = { title: t("removeTitle", { host }), description: t("removeHint"), action: t("remove") };
    if (!(await confirm({ ...question, danger: true }))) return;
    await client.connections.removeConnection({ workspaceId, connectionId }).catch(toast.showProblem);
  };
  return (
    <li className="flex flex-wrap items-center gap-3 px-4 py-3">
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-center gap-2 font-medium">
          {title ?? host}
          {state === "needs_sign_in" && <Tag tone="warning">{t("needsSignIn")}</Tag>}
        </span>
        <span className="flex flex-wrap gap-x-2 text-ink-muted text-sm">
          {host}
          {scopes.length > 0 && <span>{scopes.join(", ")}</span>}
          <RelativeTime at={refreshedAt} />
        </span>
      </span>
      {state === "needs_sign_in" && (
        <Button size="small" render={<a href={`/connect/${workspaceId}/${sourceId}`} target="_blank" rel="noopener" />}>
          {t("signIn")}
        </Button>
      )}
      <Button size="small" variant="ghost" aria-label={t("removeOne", { host })} onClick={() => void remove()}>
        {t("remove")}
      </Button>
    </li>
  );
}

/** What sources are called here. */
function useSourceTitles(): ReadonlyMap<string, string> {
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const [sources, setSources] = useState<readonly tools.ToolSource[]>([]);
  useEffect(() => {
    client.tools.listToolSources({ workspaceId }).then(setSources, () => undefined);
  }, [client, workspaceId]);
  return new Map(sources.map(({ id, title }) => [id, title]));
}
