import { useTranslations } from "use-intl";
import { useAppearance } from "../../../shell/index.ts";
import { languageOptions } from "../../../shell/outside/language-menu.tsx";
import { SegmentedControl } from "../../../ui/segmented-control.tsx";
import { Select } from "../../../ui/select.tsx";
import { Section } from "./section.tsx";
import { ThemeChoice } from "./theme-choice.tsx";
import { usePreferences } from "./use-preferences.ts";

const densities = ["comfortable", "compact"] as const;
const asBrowser = "browser";

/** How the app looks and which language it speaks, on all devices. */
export function AppearanceSettings() {
  const t = useTranslations("accounts.appearance");
  const { theme, density } = useAppearance();
  const { preferences, change } = usePreferences();
  return (
    <>
      <Section title={t("theme")} hint={t("themeHint")}>
        <ThemeChoice label={t("theme")} value={theme} onValueChange={(next) => change({ theme: next })} />
      </Section>
      <Section title={t("density")} hint={t("densityHint")}>
        <SegmentedControl
          label={t("density")}
          options={densities.map((value) => ({ value, label: t(`densities.${value}`) }))}
          value={density}
          onValueChange={(next) => change({ density: next })}
        />
      </Section>
      <Section title={t("language")}>
        <Select
          label={t("language")}
          hideLabel
          className="max-w-xs"
          options={[{ value: asBrowser, label: t("asBrowser") }, ...languageOptions]}
          value={preferences?.language ?? asBrowser}
          onValueChange={(next) => change({ language: next === asBrowser ? null : next })}
        />
      </Section>
    </>
  );
}
