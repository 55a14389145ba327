import { Toolbar } from "@base-ui/react/toolbar";
import { useTranslations } from "use-intl";
import { classes } from "../../../../ui/classes.ts";
import { IconButton } from "../../../../ui/icon-button.tsx";
import { type FormatName, formats } from "../editing/formats.ts";
import type { Edit } from "../editing/passage.ts";
import { formatIcons } from "./format-icons.ts";

const groups: readonly (readonly FormatName[])[] = [
  ["bold", "italic", "strike"],
  ["link", "quote", "bullets", "numbers", "tasks"],
  ["code", "codeBlock", "maths", "spoiler"],
];

type FormatToolbarProps = { onFormat: (edit: Edit) => void; className?: string };

/** One stop of the tabulator; the arrows lead on. */
export function FormatToolbar({ onFormat, className }: FormatToolbarProps) {
  const t = useTranslations("messages.composer");
  return (
    <Toolbar.Root
      aria-label={t("formatting")}
      className={classes("thin-scroll items-center gap-0.5 overflow-x-auto px-1.5 pt-1.5", className)}
    >
      {groups.map((names, index) => (
        <Toolbar.Group key={names[0]} className="flex items-center gap-0.5">
          {index > 0 && <Toolbar.Separator className="mx-1 h-4 w-px bg-line" />}
          {names.map((name) => {
            const Icon = formatIcons[name];
            return (
              <Toolbar.Button
                key={name}
                // The caret stays where the format is wanted.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onFormat(formats[name].edit)}
                render={
                  <IconButton
                    size="small"
                    label={t(`formats.${name}`)}
                    shortcut={formats[name].keys}
                    icon={<Icon />}
                    className="text-ink-faint"
                  />
                }
              />
            );
          })}
        </Toolbar.Group>
      ))}
    </Toolbar.Root>
  );
}
