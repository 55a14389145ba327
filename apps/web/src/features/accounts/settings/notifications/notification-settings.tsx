import { useState } from "react";
import { useTranslations } from "use-intl";
import { RadioGroup } from "../../../../ui/radio-group.tsx";
import { Switch } from "../../../../ui/switch.tsx";
import { usePreferences } from "../use-preferences.ts";
import { PushSection } from "./push-section.tsx";

const letters = ["mentions", "digest", "off"] as const;

/** How one is called when something waits. */
export function NotificationSettings() {
  const t = useTranslations("accounts.notifications");
  const { preferences, change } = usePreferences();
  const [permission, setPermission] = useState(() => ("Notification" in window ? Notification.permission : "denied"));
  const { desktop = true, sound = true, email = "mentions" } = preferences?.notifications ?? {};
  const setDesktop = async (isOn: boolean) => {
    change({ notifications: { desktop: isOn } });
    // Browsers only let a page ask right after someone pressed something.
    if (isOn && permission === "default") setPermission(await Notification.requestPermission());
  };
  return (
    <div className="flex flex-col gap-6">
      <Switch
        label={t("desktop")}
        hint={desktop && permission === "denied" ? t("blocked") : t("desktopHint")}
        checked={desktop}
        onCheckedChange={(isOn) => void setDesktop(isOn)}
      />
      <Switch
        label={t("sound")}
        hint={t("soundHint")}
        checked={sound}
        onCheckedChange={(isOn) => change({ notifications: { sound: isOn } })}
      />
      <RadioGroup
        label={t("email")}
        options={letters.map((value) => ({
          value,
          label: t(`letters.${value}.label`),
          hint: t(`letters.${value}.hint`),
        }))}
        value={email}
        onValueChange={(value) => change({ notifications: { email: value } })}
      />
      <PushSection />
    </div>
  );
}
