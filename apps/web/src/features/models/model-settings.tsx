import { useTranslations } from "use-intl";
import { ProviderList } from "./providers/provider-list.tsx";

/** The providers of the workspace, and what people may use of them. */
export function ModelSettings() {
  const t = useTranslations("models.providers");
  return <ProviderList personal={false} hint={t("hint")} />;
}
