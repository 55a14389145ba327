import { Languages } from "lucide-react";
import { useTranslations } from "use-intl";
import { type Language, languages } from "../../i18n/index.ts";
import { Button } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { MenuRadios } from "../../ui/menu-items.tsx";
import { setAppearance, useAppearance } from "../appearance.ts";

export const languageOptions = Object.entries(languages).map(([tag, { name }]) => ({
  value: tag as Language,
  label: name,
}));

/** Chooses this device's language before anyone has signed in. */
export function LanguageMenu() {
  const t = useTranslations("shell.outside");
  const { language } = useAppearance();
  return (
    <Menu
      side="top"
      trigger={
        <Button size="small" variant="ghost" icon={<Languages />}>
          <span className="sr-only">{t("language")}</span>
          {languages[language].name}
        </Button>
      }
    >
      <MenuRadios
        options={languageOptions}
        value={language}
        onValueChange={(next) => setAppearance({ language: next })}
      />
    </Menu>
  );
}
