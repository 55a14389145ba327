import type { models } from "@althing/contract";
import { useQuery } from "@tanstack/react-query";
import { Plus, Users } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { SearchField } from "../../../ui/search-field.tsx";
import { Switch } from "../../../ui/switch.tsx";
import { Table } from "../../../ui/table.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useRoleTitle } from "../../accounts/index.ts";
import { useDollars } from "../use-dollars.ts";
import { ModelDialog } from "./model-dialog.tsx";

type Props = { detail: models.ProviderDetail; onChange: () => void };

const manyModels = 10;

/** A provider's models: those that are on come first. */
export function ModelTable({ detail, onChange }: Props) {
  const t = useTranslations("models.table");
  const { models: api } = useClient();
  const toast = useToast();
  const { id: workspaceId } = useWorkspace();
  const healthOf = useHealth(detail.id);
  const dollars = useDollars();
  const [query, setQuery] = useState("");
  const [edited, setEdited] = useState<models.ProviderModel | "new">();
  const rows = detail.models
    .filter(({ name, modelId }) => `${name} ${modelId}`.toLowerCase().includes(query.trim().toLowerCase()))
    .sort((one, other) => Number(other.enabled) - Number(one.enabled) || one.name.localeCompare(other.name));
  const toggle = (modelId: string, enabled: boolean) =>
    api.setModel({ workspaceId, providerId: detail.id, modelId, enabled }).then(onChange, toast.showProblem);
  const titleOf = useRoleTitle();
  return (
    <div className="flex flex-col gap-3">
      {detail.models.length > manyModels && <SearchField label={t("search")} value={query} onValueChange={setQuery} />}
      <Table
        label={t("label", { name: detail.name })}
        rows={rows}
        rowKey={({ modelId }) => modelId}
        empty={<p className="py-4 text-center text-ink-muted text-sm">{query ? t("nothing", { query }) : t("none")}</p>}
        columns={[
          {
            key: "on",
            header: t("on"),
            cell: (row) => (
              <Switch
                label={t("use", { name: row.name })}
                hideLabel
                checked={row.enabled}
                onCheckedChange={(enabled) => void toggle(row.modelId, enabled)}
              />
            ),
          },
          {
            key: "model",
            header: t("model"),
            className: "w-full",
            cell: (row) => (
              <span className="wrap-anywhere flex min-w-40 flex-col items-start">
                <span className="flex flex-wrap items-center gap-x-2">
                  <bdi className="font-medium">{row.name}</bdi>
                  {row.enabled && <Health state={healthOf(row.modelId)} />}
                  {row.roles && <Tag icon={<Users />}>{t("for", { roles: row.roles.map(titleOf).join(", ") })}</Tag>}
                </span>
                {row.name !== row.modelId && (
                  <bdi dir="ltr" className="text-ink-faint text-xs">
                    {row.modelId}
                  </bdi>
                )}
              </span>
            ),
          },
          {
            key: "price",
            header: t("price"),
            align: "end",
            cell: ({ prices }) =>
              prices ? (
                <span className="whitespace-nowrap">
                  {t("inAndOut", { input: dollars(prices.input), output: dollars(prices.output) })}
                </span>
              ) : (
                <span className="whitespace-nowrap text-ink-faint">{t("noPrice")}</span>
              ),
          },
          {
            key: "edit",
            header: <span className="sr-only">{t("edit")}</span>,
            align: "end",
            cell: (row) => (
              <Button size="small" variant="ghost" onClick={() => setEdited(row)}>
                {t("edit")}
              </Button>
            ),
          },
        ]}
      />
      <Button size="small" icon={<Plus />} className="self-start" onClick={() => setEdited("new")}>
        {t("add")}
      </Button>
      {edited && (
        <ModelDialog
          key={edited === "new" ? "" : edited.modelId}
          detail={detail}
          model={edited === "new" ? undefined : edited}
          onClose={() => {
            setEdited(undefined);
            onChange();
          }}
        />
      )}
    </div>
  );
}

function Health({ state }: { state: models.ModelHealth["state"] }) {
  const t = useTranslations("models.table.health");
  return state === "well" ? null : <Tag tone="warning">{t(state)}</Tag>;
}

/** How models fare is asked again and again while it is looked at: no event tells of it. */
function useHealth(providerId: string): (modelId: string) => models.ModelHealth["state"] {
  const { models: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const { data } = useQuery({
    queryKey: ["models.list", workspaceId],
    queryFn: () => api.listModels({ workspaceId }),
    staleTime: 10_000,
    refetchInterval: 30_000,
  });
  return (modelId) =>
    data?.find((model) => model.providerId === providerId && model.modelId === modelId)?.health.state ?? "well";
}
