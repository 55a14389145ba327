import { useQuery } from "@tanstack/react-query";
import { Mic } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { ChoiceCard } from "../../../ui/choice-card.tsx";
import { useToast } from "../../../ui/toast.tsx";
import { useProviders } from "../providers/use-providers.ts";
import { TranscriptionDialog } from "./transcription-dialog.tsx";

/** Who writes down voice notes that are said to assistants; nothing where no provider could. */
export function TranscriptionSection() {
  const t = useTranslations("models.voices");
  const { models: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  const toast = useToast();
  const { providers = [] } = useProviders(false);
  const [isChoosing, setChoosing] = useState(false);
  const { data, refetch } = useQuery({
    queryKey: ["models.get_transcription", workspaceId],
    queryFn: () => api.getTranscription({ workspaceId }),
    staleTime: 0,
  });
  const hearing = providers.filter(({ kind }) => kind !== "anthropic");
  if (data === undefined || hearing.length === 0) return null;
  const nobody = () =>
    api.setTranscription({ workspaceId, choice: null }).then(() => void refetch(), toast.showProblem);
  return (
    <>
      <ChoiceCard
        icon={<Mic aria-hidden="true" />}
        title={t("title")}
        choose={{ label: data ? t("change") : t("choose"), run: () => setChoosing(true) }}
        remove={data ? { label: t("nobody"), run: () => void nobody() } : undefined}
      >
        {data ? t("by", { model: data.choice.modelId, provider: data.providerName }) : t("none")} {t("hint")}
      </ChoiceCard>
      {isChoosing && (
        <TranscriptionDialog
          chosen={data}
          providers={hearing}
          onClose={() => {
            setChoosing(false);
            void refetch();
          }}
        />
      )}
    </>
  );
}
