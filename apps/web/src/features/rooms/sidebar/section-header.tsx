import { ChevronRight, Plus } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { later } from "../../../parts/index.ts";
import { classes } from "../../../ui/classes.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { Menu } from "../../../ui/menu.tsx";
import type { Section } from "./arrange-rooms.ts";

const SectionMenuItems = later(() => import("./section-menu-items.tsx"), "SectionMenuItems");

type Props = { section: Section; title: string; isFolded: boolean; onFold: (isFolded: boolean) => void };

/** A section's title, which folds it, and what can be made in it. */
export function SectionHeader({ section, title, isFolded, onFold }: Props) {
  const t = useTranslations("rooms.sidebar");
  const foldByArrow = (event: KeyboardEvent) => {
    const isBackwards = getComputedStyle(event.currentTarget).direction === "rtl";
    const [open, close] = isBackwards ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    if (event.key === open) onFold(false);
    if (event.key === close) onFold(true);
  };
  return (
    <div data-section={section.id} className="group/header relative flex items-center">
      <h2 className="min-w-0 flex-1">
        <button
          type="button"
          data-roving={title}
          tabIndex={-1}
          aria-expanded={!isFolded}
          className="flex h-7 w-full items-center gap-1 rounded-md ps-1 pe-8 font-medium text-ink-faint text-xs hover:text-ink pointer-coarse:h-11"
          onClick={() => onFold(!isFolded)}
          onKeyDown={foldByArrow}
        >
          <ChevronRight
            aria-hidden="true"
            className={classes("size-3.5 shrink-0 transition-transform", isFolded ? "rtl:-scale-x-100" : "rotate-90")}
          />
          <span className="truncate">{title}</span>
        </button>
      </h2>
      {section.kind !== "archived" && section.kind !== "favourites" && (
        <Menu
          align="end"
          trigger={
            <IconButton
              size="small"
              tabIndex={-1}
              label={t("add", { title })}
              icon={<Plus />}
              className="absolute end-0.5 opacity-0 focus-visible:opacity-100 group-hover/header:opacity-100 data-popup-open:opacity-100 pointer-coarse:size-11 pointer-coarse:opacity-100"
            />
          }
        >
          <SectionMenuItems section={section} />
        </Menu>
      )}
    </div>
  );
}
