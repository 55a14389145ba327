import { useTranslations } from "use-intl";
import { IconButton } from "../icon-button.tsx";
import { Menu } from "../menu.tsx";
import { MenuRadios } from "../menu-items.tsx";
import type { SkinTone } from "./emoji-habits.ts";

const hands = ["✋", "✋🏻", "✋🏼", "✋🏽", "✋🏾", "✋🏿"] as const;
const names = ["none", "light", "mediumLight", "medium", "mediumDark", "dark"] as const;

type SkinToneMenuProps = { value: SkinTone; onValueChange: (tone: SkinTone) => void };

export function SkinToneMenu({ value, onValueChange }: SkinToneMenuProps) {
  const t = useTranslations("ui.emoji");
  const options = names.map((name, tone) => ({
    value: name,
    label: t(`tones.${name}`),
    icon: <span className="text-lg">{hands[tone]}</span>,
  }));
  return (
    <Menu align="end" trigger={<IconButton label={t("tone")} icon={<span className="text-lg">{hands[value]}</span>} />}>
      <MenuRadios
        label={t("tone")}
        options={options}
        value={names[value]}
        onValueChange={(name) => onValueChange(names.indexOf(name) as SkinTone)}
      />
    </Menu>
  );
}
