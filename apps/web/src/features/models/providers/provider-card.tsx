import type { models } from "@althing/contract";
import { useQuery } from "@tanstack/react-query";
import { MoreHorizontal, PlugZap } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { ErrorState } from "../../../ui/error-state.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Menu } from "../../../ui/menu.tsx";
import { MenuItem } from "../../../ui/menu-items.tsx";
import { RelativeTime } from "../../../ui/relative-time.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { ModelTable } from "./model-table.tsx";
import { ProviderDialog } from "./provider-dialog.tsx";

/** A provider with its key's end, what came of the last look at it, and its models. */
export function ProviderCard({ provider }: { provider: models.Provider }) {
  const t = useTranslations("models.providers");
  const { models: api } = useClient();
  const toast = useToast();
  const confirm = useConfirm();
  const { id: workspaceId } = useWorkspace();
  const [isEditing, setEditing] = useState(false);
  const [isTesting, setTesting] = useState(false);
  const named = { workspaceId, providerId: provider.id };
  const told = useReplica((replica) => replica.models[workspaceId]);
  const { data, error, refetch } = useQuery({
    queryKey: ["models.get_provider", provider.id, provider.version],
    queryFn: () => api.getProvider(named),
    staleTime: 0,
    placeholderData: (previous) => previous,
  });
  // Others may have changed its models.
  useEffect(() => {
    if (told) void refetch();
  }, [told, refetch]);

  const change = (act: () => Promise<unknown>) => act().then(() => refetch(), toast.showProblem);
  const test = async () => {
    setTesting(true);
    await change(() => api.testProvider(named));
    setTesting(false);
  };
  const remove = async () => {
    const question = {
      title: t("deleteAsk", { name: provider.name }),
      description: t("deleteHint"),
      action: t("delete"),
    };
    if (!(await confirm({ ...question, danger: true }))) return;
    await api.deleteProvider(named).catch(toast.showProblem);
  };

  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          <bdi>{provider.name}</bdi>
          <Tag>{t(`kinds.${provider.kind}`)}</Tag>
          {!provider.enabled && <Tag tone="warning">{t("off")}</Tag>}
        </span>
      }
      description={data && <Facts detail={data} />}
      actions={
        <span className="flex shrink-0 items-center gap-2">
          <Button size="small" icon={<PlugZap />} loading={isTesting} onClick={() => void test()}>
            {t("test")}
          </Button>
          <Menu
            align="end"
            trigger={
              <IconButton size="small" icon={<MoreHorizontal />} label={t("actions", { name: provider.name })} />
            }
          >
            <MenuItem onClick={() => setEditing(true)}>{t("edit")}</MenuItem>
            <MenuItem onClick={() => void change(() => api.updateProvider({ ...named, enabled: !provider.enabled }))}>
              {provider.enabled ? t("switchOff") : t("switchOn")}
            </MenuItem>
            <MenuItem danger onClick={() => void remove()}>
              {t("delete")}
            </MenuItem>
          </Menu>
        </span>
      }
    >
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-24" />}
      {data && (
        <div className="flex flex-col gap-4">
          <Check check={data.check} />
          <ModelTable detail={data} onChange={() => void refetch()} />
        </div>
      )}
      {isEditing && data && (
        <ProviderDialog detail={data} personal={provider.ownerId !== null} onClose={() => setEditing(false)} />
      )}
    </Card>
  );
}

function Facts({ detail: { baseUrl, key } }: { detail: models.ProviderDetail }) {
  const t = useTranslations("models.providers");
  return (
    <span className="flex flex-wrap gap-x-3">
      {baseUrl && (
        <bdi dir="ltr" className="break-all">
          {baseUrl}
        </bdi>
      )}
      <span>{key ? t("keyIs", { ending: key.ending || "…", fingerprint: key.fingerprint }) : t("noKey")}</span>
    </span>
  );
}

function Check({ check }: { check: models.ProviderCheck | null }) {
  const t = useTranslations("models.providers.checks");
  if (!check) return <p className="text-ink-muted text-sm">{t("never")}</p>;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
      <Tag tone={check.ok ? "success" : "danger"}>{t(`${check.code}.title`)}</Tag>
      <span className="min-w-0 flex-1 text-ink-muted">
        {check.ok ? t("ok.hint") : t(`${check.code}.hint`)} <RelativeTime at={check.at} className="text-ink-faint" />
      </span>
    </div>
  );
}
