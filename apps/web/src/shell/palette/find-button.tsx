import { Search } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "../../ui/icon-button.tsx";
import { useCommandOffers, useKeysOf } from "../commands/index.ts";

/** Opens the palette by pressing: a phone has no keys for it. */
export function FindButton() {
  const t = useTranslations("shell.palette");
  const offers = useCommandOffers();
  const command = useSyncExternalStore(offers.subscribe, () =>
    offers.read().find(({ id }) => id === "shell.open_palette"),
  );
  const keysOf = useKeysOf();
  return (
    <IconButton
      label={t("open")}
      icon={<Search />}
      shortcut={command && keysOf(command)}
      tooltipSide="bottom"
      onClick={() => command?.run()}
    />
  );
}
