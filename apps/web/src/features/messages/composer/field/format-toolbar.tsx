import { Fragment, type KeyboardEvent, memo } from "react";
import { useTranslations } from "use-intl";
import { IconButton } from "../../../../ui/icon-button.tsx";
import { type FormatName, formats } from "../editing/formats.ts";
import type { Edit } from "../editing/passage.ts";
import { formatIcons } from "./format-icons.ts";

const groups: readonly (readonly FormatName[])[] = [
  ["bold", "italic", "strike"],
  ["link", "quote", "bullets", "numbers", "tasks"],
  ["code", "codeBlock", "maths", "spoiler"],
];

type FormatToolbarProps = { onFormat: (edit: Edit) => void };

/** One stop of the tabulator; the arrows lead on. */
export const FormatToolbar = memo(function FormatToolbar({ onFormat }: FormatToolbarProps) {
  const t = useTranslations("messages.composer");
  return (
    <div
      role="toolbar"
      aria-label={t("formatting")}
      className="thin-scroll flex items-center gap-0.5 overflow-x-auto px-1.5 pt-1.5"
      onKeyDown={walk}
      onFocus={({ currentTarget, target }) => stopAt(currentTarget, target)}
    >
      {groups.map((names, index) => (
        <Fragment key={names[0]}>
          {index > 0 && <div aria-hidden="true" className="mx-1 h-4 w-px shrink-0 bg-line" />}
          {names.map((name, at) => {
            const Icon = formatIcons[name];
            return (
              <IconButton
                key={name}
                size="small"
                tabIndex={index === 0 && at === 0 ? 0 : -1}
                label={t(`formats.${name}`)}
                shortcut={formats[name].keys}
                icon={<Icon />}
                className="text-ink-faint"
                // The caret stays where the format is wanted.
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => onFormat(formats[name].edit)}
              />
            );
          })}
        </Fragment>
      ))}
    </div>
  );
});

const buttonsIn = (toolbar: Element): HTMLElement[] => [...toolbar.querySelectorAll("button")];

/** Where one has been last is where the tabulator comes back to. */
function stopAt(toolbar: Element, target: Element): void {
  for (const button of buttonsIn(toolbar)) button.tabIndex = button === target ? 0 : -1;
}

function walk(event: KeyboardEvent): void {
  const buttons = buttonsIn(event.currentTarget);
  const at = buttons.indexOf(event.target as HTMLElement);
  const isBackwards = getComputedStyle(event.currentTarget).direction === "rtl";
  const [next, previous] = isBackwards ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
  const wanted: Record<string, number> = { [next]: at + 1, [previous]: at - 1, Home: 0, End: -1 };
  const found = buttons.at((wanted[event.key] ?? Number.NaN) % buttons.length);
  if (!found || !(event.key in wanted)) return;
  event.preventDefault();
  found.focus();
}
