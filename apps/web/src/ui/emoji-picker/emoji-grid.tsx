// biome-ignore-all lint/a11y/useSemanticElements: a grid that shows only some of its rows cannot be a table
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays in the search, which names the active cell
import { useVirtualizer } from "@tanstack/react-virtual";
import { type Ref, useImperativeHandle, useRef } from "react";
import { useTranslations } from "use-intl";
import { classes } from "../classes.ts";
import { Emoji } from "./emoji.tsx";
import type { Place, Row } from "./emoji-rows.ts";
import type { FoundEmoji } from "./find-emoji.ts";

export type EmojiGridHandle = { showRow(row: number): void; showSection(row: number): void };

type EmojiGridProps = {
  ref: Ref<EmojiGridHandle>;
  id: string;
  rows: readonly Row[];
  active: Place | undefined;
  onActiveChange: (place: Place) => void;
  onSectionChange: (section: string) => void;
  onPick: (emoji: FoundEmoji) => void;
  toned: (emoji: FoundEmoji) => string;
};

const titlePx = 30;

export function EmojiGrid({ ref, id, rows, active, onActiveChange, onSectionChange, onPick, toned }: EmojiGridProps) {
  const t = useTranslations("ui.emoji");
  const scroller = useRef<HTMLDivElement>(null);
  const rowPx = matchMedia("(pointer: coarse)").matches ? 44 : 40;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === "title" ? titlePx : rowPx),
    overscan: 3,
    onChange: ({ range }) => {
      const top = rows[range?.startIndex ?? 0];
      if (top) onSectionChange(top.section);
    },
  });
  useImperativeHandle(ref, () => ({
    showRow: (row) => virtual.scrollToIndex(row, { align: "auto" }),
    showSection: (row) => virtual.scrollToIndex(row, { align: "start" }),
  }));

  if (rows.length === 0) return <p className="grid flex-1 place-items-center text-ink-muted text-sm">{t("none")}</p>;
  return (
    <div
      ref={scroller}
      id={id}
      role="grid"
      aria-label={t("search")}
      aria-rowcount={rows.length}
      className="thin-scroll min-h-0 flex-1 overflow-y-auto px-2"
    >
      <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const row = rows[index];
          return (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 1}
              className="absolute inset-x-0 flex"
              style={{ top: start, height: size }}
            >
              {row?.kind === "title" && (
                <span role="rowheader" className="self-end px-1 pb-1 font-medium text-ink-muted text-xs">
                  {row.title}
                </span>
              )}
              {row?.kind === "emoji" &&
                row.emoji.map((emoji, column) => {
                  const isActive = active?.row === index && active.column === column;
                  return (
                    <button
                      key={emoji.text}
                      id={`${id}-${index}-${column}`}
                      type="button"
                      role="gridcell"
                      tabIndex={-1}
                      aria-label={emoji.name}
                      aria-selected={isActive}
                      onClick={() => onPick(emoji)}
                      onPointerMove={() => !isActive && onActiveChange({ row: index, column })}
                      className={classes(
                        "grid size-10 place-items-center rounded-md pointer-coarse:size-11",
                        isActive && "bg-active",
                      )}
                    >
                      <Emoji text={toned(emoji)} url={emoji.url} className="text-[1.5rem]" />
                    </button>
                  );
                })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
