import { useTranslations } from "use-intl";
import { others } from "./stack-days.ts";

/** What one of those that usage is grouped by is called, also where there was none, or it is not for one to know. */
export function useKeyName(): (share: { key: string; name: string }) => string {
  const t = useTranslations("models.usage");
  return ({ key, name }) => {
    if (key === others) return t("others");
    if (name) return name;
    return key === "" ? t("without") : t("unnamed");
  };
}
