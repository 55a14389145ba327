import { tools } from "@althing/contract";
import { Globe } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { ChoiceCard } from "../../../ui/choice-card.tsx";
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
    <>
      <ChoiceCard
        icon={<Globe aria-hidden="true" />}
        title={t("title")}
        choose={{ label: data ? t("change") : t("choose"), run: () => setChoosing(true) }}
        remove={data ? { label: t("remove"), run: () => void remove() } : undefined}
      >
        {data ? t("with", { name: t(`kinds.${data.kind}`) }) : t("none")} {t("hint")}
      </ChoiceCard>
      {isChoosing && (
        <WebSearchDialog
          chosen={data}
          onClose={() => {
            setChoosing(false);
            void refetch();
          }}
        />
      )}
    </>
  );
}
