import { Command as CommandIcon, Keyboard } from "lucide-react";
import { Suspense, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { later } from "../../parts/index.ts";
import { useCommands } from "../commands/index.ts";

const PaletteDialog = later(() => import("./palette-dialog.tsx"), "PaletteDialog");
const ShortcutsSheet = later(() => import("./shortcuts-sheet.tsx"), "ShortcutsSheet");

/** Everything that can be found and done, under one key; and the sheet of all keys. */
export function Palette() {
  const t = useTranslations("shell");
  const [open, setOpen] = useState<"palette" | "shortcuts">();
  const close = () => setOpen(undefined);
  useCommands(
    useMemo(
      () => [
        {
          id: "shell.open_palette",
          title: t("palette.open"),
          group: t("group"),
          icon: CommandIcon,
          keys: "mod+k",
          run: () => setOpen("palette"),
        },
        {
          id: "shell.show_shortcuts",
          title: t("shortcuts.title"),
          group: t("group"),
          icon: Keyboard,
          keys: "mod+/",
          alias: "?",
          run: () => setOpen("shortcuts"),
        },
      ],
      [t],
    ),
  );
  return (
    <Suspense>
      {open === "palette" && <PaletteDialog onClose={close} />}
      {open === "shortcuts" && <ShortcutsSheet onClose={close} />}
    </Suspense>
  );
}
