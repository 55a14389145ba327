import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useCommands } from "../../../../shell/index.ts";
import { formatNames, formats } from "../editing/formats.ts";
import { type FieldHandle, lastField } from "./field-handle.ts";
import { formatIcons } from "./format-icons.ts";

export const previewKeys = "mod+shift+p";

/** Offers the formats as commands. Of several fields on screen they mean the one that was written in last. */
export function useFormatCommands(own: FieldHandle): void {
  const t = useTranslations("messages.composer");
  useCommands(
    useMemo(
      () => [
        ...formatNames.map((name) => ({
          id: `composer.${name}`,
          title: t(`formats.${name}`),
          group: t("group"),
          icon: formatIcons[name],
          keys: formats[name].keys,
          run: () => (lastField() ?? own).apply(formats[name].edit),
        })),
        {
          id: "composer.preview",
          title: t("preview.toggle"),
          group: t("group"),
          keys: previewKeys,
          run: () => (lastField() ?? own).togglePreview(),
        },
      ],
      [t, own],
    ),
  );
}
