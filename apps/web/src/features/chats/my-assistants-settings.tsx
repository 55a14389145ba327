import { useTranslations } from "use-intl";
import { useClient } from "../../connection/index.ts";
import { Switch } from "../../ui/switch.tsx";
import { useToast } from "../../ui/toast.tsx";
import { Section } from "../accounts/index.ts";
import { useHidesAssistants } from "../assistants/index.ts";
import { LinkSection } from "./share/link-section.tsx";

/** Whether one sees assistants at all, and what one shares of conversations with them. */
export function MyAssistantsSettings() {
  const t = useTranslations("chats.mine");
  const { accounts } = useClient();
  const toast = useToast();
  const isHidden = useHidesAssistants();
  return (
    <>
      <Section title={t("show")}>
        <Switch
          label={t("hide")}
          hint={t("hideHint")}
          checked={isHidden}
          onCheckedChange={(hidden) =>
            void accounts.updatePreferences({ assistants: { hidden } }).catch(toast.showProblem)
          }
        />
      </Section>
      <LinkSection />
    </>
  );
}
