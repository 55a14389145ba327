import { useTranslations } from "use-intl";
import { spokenLater } from "../../i18n/index.ts";
import { ProviderList } from "./providers/provider-list.tsx";
import { TranscriptionSection } from "./transcription/transcription-section.tsx";

/** The providers of the workspace, and what people may use of them. */
export const ModelSettings = spokenLater("models", Models);

function Models() {
  const t = useTranslations("models.providers");
  return (
    <div className="flex flex-col gap-4">
      <ProviderList personal={false} hint={t("hint")} />
      <TranscriptionSection />
    </div>
  );
}
