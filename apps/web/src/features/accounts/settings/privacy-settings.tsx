import { useTranslations } from "use-intl";
import { Switch } from "../../../ui/switch.tsx";
import { usePreferences } from "./use-preferences.ts";

const choices = ["sendReceipts", "sendTyping", "showPresence"] as const;

/** What others learn of what one does. */
export function PrivacySettings() {
  const t = useTranslations("accounts.privacy");
  const { preferences, change } = usePreferences();
  return (
    <div className="flex flex-col gap-6">
      {choices.map((name) => (
        <Switch
          key={name}
          label={t(`${name}.label`)}
          hint={t(`${name}.hint`)}
          checked={preferences?.privacy[name] ?? true}
          onCheckedChange={(isOn) => change({ privacy: { [name]: isOn } })}
        />
      ))}
    </div>
  );
}
