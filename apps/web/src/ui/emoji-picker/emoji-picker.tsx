/** Picks an emoji: by searching, by browsing with the keyboard or the pointer, or among the frequent ones. */
import { type KeyboardEvent, Suspense, use, useDeferredValue, useId, useMemo, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { useLanguage } from "../../i18n/index.ts";
import { SearchField } from "../search-field.tsx";
import { Skeleton } from "../skeleton.tsx";
import { Emoji } from "./emoji.tsx";
import { type CustomEmoji, emojiGroups, loadEmoji, type UnicodeEmoji } from "./emoji-data.ts";
import { EmojiGrid, type EmojiGridHandle } from "./emoji-grid.tsx";
import { listFrequent, readHabits, rememberPick, rememberTone } from "./emoji-habits.ts";
import { emojiAt, layRows, move, type Place, type Section } from "./emoji-rows.ts";
import { EmojiSections } from "./emoji-sections.tsx";
import { type FoundEmoji, rankEmoji } from "./find-emoji.ts";
import { SkinToneMenu } from "./skin-tone-menu.tsx";

type EmojiPickerProps = {
  /** Told the Unicode emoji, or `:name:` of a workspace's own. */
  onPick: (text: string) => void;
  custom?: readonly CustomEmoji[];
};

const frequentCount = 16;
const none: readonly CustomEmoji[] = [];

/** Put it into a Popover without padding (`className="p-0"`); the search has the focus. */
export function EmojiPicker(props: EmojiPickerProps) {
  return (
    <div className="flex h-88 w-[21.5rem] max-w-full flex-col pointer-coarse:w-[23.5rem]">
      <Suspense fallback={<Skeleton className="m-2 flex-1" />}>
        <Picker {...props} />
      </Suspense>
    </div>
  );
}

function Picker({ onPick, custom = none }: EmojiPickerProps) {
  const t = useTranslations("ui.emoji");
  const all = use(loadEmoji(useLanguage()));
  const [query, setQuery] = useState("");
  const wanted = useDeferredValue(query);
  const [tone, setTone] = useState(() => readHabits().tone);
  const [active, setActive] = useState<Place>();
  const [section, setSection] = useState("frequent");
  const grid = useRef<EmojiGridHandle>(null);
  const gridId = useId();

  const browsed = useMemo(() => listSections(all, custom, t), [all, custom, t]);
  const sections = useMemo(
    () => (wanted ? [{ key: "results", title: t("results"), emoji: rankEmoji(all, custom, wanted) }] : browsed),
    [all, browsed, custom, wanted, t],
  );
  const rows = useMemo(() => layRows(sections), [sections]);
  const place = active ?? (wanted ? move(rows, undefined, "down") : undefined);
  const chosen = emojiAt(rows, place);
  const toned = ({ text, emoji }: FoundEmoji) => (tone > 0 && emoji?.skins[tone - 1]) || text;

  const pick = (found: FoundEmoji) => {
    rememberPick(found.text);
    onPick(toned(found));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isLtr = getComputedStyle(event.currentTarget).direction === "ltr";
    const sideways = { ArrowLeft: isLtr ? "back" : "forward", ArrowRight: isLtr ? "forward" : "back" } as const;
    const ways = { ArrowUp: "up", ArrowDown: "down", ...(place && sideways) } as const;
    const way = ways[event.key as keyof typeof ways];
    if (way) {
      const next = move(rows, place, way);
      setActive(next);
      if (next) grid.current?.showRow(next.row);
    } else if (event.key === "Enter") {
      // Who types fast means what is written by now, not what was found so far.
      const isBehind = !active && event.currentTarget.value !== wanted;
      const meant = isBehind ? rankEmoji(all, custom, event.currentTarget.value)[0] : chosen;
      if (meant) pick(meant);
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <div className="flex items-center gap-1 p-2 pb-1">
        <SearchField
          label={t("search")}
          value={query}
          onValueChange={(next) => {
            setQuery(next);
            setActive(undefined);
            grid.current?.showRow(0);
          }}
          onKeyDown={onKeyDown}
          role="combobox"
          aria-expanded="true"
          aria-haspopup="grid"
          aria-controls={gridId}
          aria-activedescendant={place && `${gridId}-${place.row}-${place.column}`}
          autoFocus
          className="flex-1"
        />
        <SkinToneMenu
          value={tone}
          onValueChange={(next) => {
            setTone(next);
            rememberTone(next);
          }}
        />
      </div>
      {!wanted && (
        <EmojiSections
          sections={sections}
          value={section}
          onValueChange={(key) => grid.current?.showSection(rows.findIndex((row) => row.section === key))}
        />
      )}
      <EmojiGrid
        ref={grid}
        id={gridId}
        {...{ rows, active: place, onActiveChange: setActive, onSectionChange: setSection, onPick: pick, toned }}
      />
      <footer className="flex h-11 shrink-0 items-center gap-2.5 border-line border-t px-3 text-sm">
        {chosen && (
          <>
            <Emoji text={toned(chosen)} url={chosen.url} className="text-2xl" />
            <span className="min-w-0 flex-1 truncate">{chosen.name}</span>
            {chosen.shortcode && <span className="truncate text-ink-faint text-xs">:{chosen.shortcode}:</span>}
          </>
        )}
      </footer>
    </>
  );
}

function listSections(
  all: readonly UnicodeEmoji[],
  custom: readonly CustomEmoji[],
  t: ReturnType<typeof useTranslations<"ui.emoji">>,
): Section[] {
  const view = (emoji: UnicodeEmoji): FoundEmoji => ({
    text: emoji.unicode,
    name: emoji.name,
    shortcode: emoji.shortcodes[0],
    emoji,
  });
  const own = custom.map(({ name, url }): FoundEmoji => ({ text: `:${name}:`, name, shortcode: name, url }));
  const known = new Map([...all.map(view), ...own].map((found) => [found.text, found]));
  const frequent = listFrequent(frequentCount).flatMap((text) => known.get(text) ?? []);
  return [
    { key: "frequent", title: t("frequent"), emoji: frequent },
    { key: "custom", title: t("custom"), emoji: own },
    ...emojiGroups.map((group) => ({
      key: group,
      title: t(`groups.${group}`),
      emoji: all.filter((emoji) => emoji.group === group).map(view),
    })),
  ];
}
