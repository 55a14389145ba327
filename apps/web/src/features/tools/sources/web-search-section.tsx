import { tools } from "@althing/contract";
import { Globe } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { Button } from "../../../ui/button.tsx";
import { useConfirm } from "../../../ui/confirm-dialog.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useToldQuery } from "../use-told-query.ts";
import { WebSearchDialog } from "./web-search-dialog.tsx";

/** With whom the web is searched, and where that is chosen. */
export function WebSearchSection() {
  const t = useTranslations("tools.webSearch");
  const { tools: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const toast = useToast();
  const confirm = useConfirm();
  const [isChoosing, setChoosing] = useState(false);
  // The search is one of Althing's own tools: it comes and goes with their source.
  const told = useReplica(({ toolSources }) =>
    toolSources[workspaceId]?.find(({ id }) => id === tools.builtInSourceId),
  );
  const { data, refetch } = useToldQuery(["tools.get_web_search", workspaceId], told, () =>
    api.getWebSearch({ workspaceId }),
  );
  const remove = async () => {
    const question = { title: t("removeAsk"), description: t("removeHint"), action: t("remove"), danger: true };
    if (await confirm(question)) await api.removeWebSearch({ workspaceId }).catch(toast.showProblem);
  };
  if (data === undefined) return null;
  return (
    <section
      aria-label={t("title")}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-surface px-4 py-3"
    >
      <Globe aria-hidden="true" className="size-5 shrink-0 text-ink-muted" />
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="font-semibold text-sm">{t("title")}</h2>
        <p className="text-ink-muted text-sm">
          {data ? t("with", { name: t(`kinds.${data.kind}`) }) : t("none")} {t("hint")}
        </p>
      </div>
      <Button size="small" onClick={() => setChoosing(true)}>
        {data ? t("change") : t("choose")}
      </Button>
      {data && (
        <Button size="small" variant="ghost" onClick={() => void remove()}>
          {t("remove")}
        </Button>
      )}
      {isChoosing && (
        <WebSearchDialog
          chosen={data}
          onClose={() => {
            setChoosing(false);
            void refetch();
          }}
        />
      )}
    </section>
  );
}
