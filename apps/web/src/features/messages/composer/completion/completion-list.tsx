// biome-ignore-all lint/a11y/useSemanticElements: the options of a listbox that is not a select
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays in the text, which names the active option
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are heard in the text
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslations } from "use-intl";
import { classes } from "../../../../ui/classes.ts";
import { caretBox } from "./caret-box.ts";
import { keyOf } from "./suggestion.ts";
import { SuggestionRow } from "./suggestion-row.tsx";
import { type Completion, optionId } from "./use-completion.ts";

type CompletionListProps = { completion: Completion; field: RefObject<HTMLTextAreaElement | null> };

/** Stands above what is completed, or below where there is more room; outside of the field, so that nothing cuts it off. */
export function CompletionList({ completion, field }: CompletionListProps) {
  const t = useTranslations("messages.composer.completion");
  const { listId, suggestions, active, setActive, take, from } = completion;
  const place = usePlace(field, from);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return createPortal(
    <div
      ref={list}
      id={listId}
      role="listbox"
      aria-label={t("label")}
      style={place}
      className="popup thin-scroll fixed z-40 overflow-y-auto p-1"
    >
      {suggestions.map((suggestion, index) => (
        <div
          key={keyOf(suggestion)}
          id={optionId(listId, index)}
          role="option"
          aria-selected={index === active}
          data-highlighted={index === active || undefined}
          className={classes("choice", suggestion.kind === "person" && suggestion.isOutside && "text-ink-muted")}
          onPointerDown={(event) => event.preventDefault()}
          onPointerMove={() => index !== active && setActive(index)}
          onClick={() => take(suggestion)}
        >
          <SuggestionRow suggestion={suggestion} />
        </div>
      ))}
    </div>,
    document.body,
  );
}

type Place = { left: number; width: number; maxHeight: number; bottom?: number; top?: number };

const gapPx = 6;
const mostHighPx = 320;
const mostWidePx = 352;

function usePlace(field: RefObject<HTMLTextAreaElement | null>, from: number): Place | undefined {
  const [place, setPlace] = useState<Place>();
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    const measure = () => setPlace(placeBeside(caretBox(current, from), current.getBoundingClientRect()));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    window.addEventListener("resize", measure);
    window.addEventListener("scroll", measure, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
      window.removeEventListener("scroll", measure, { capture: true });
    };
  }, [field, from]);
  return place;
}

/** Begins where the word begins, and stays within the field. */
function placeBeside(caret: DOMRect, field: DOMRect): Place {
  const width = Math.min(mostWidePx, field.width);
  const isMirrored = document.documentElement.dir === "rtl";
  const wished = isMirrored ? caret.right - width : caret.left;
  const below = window.innerHeight - caret.bottom;
  const isAbove = caret.top > Math.min(mostHighPx, below);
  return {
    left: Math.max(field.left, Math.min(wished, field.right - width)),
    width,
    maxHeight: Math.min(mostHighPx, (isAbove ? caret.top : below) - 2 * gapPx),
    ...(isAbove ? { bottom: window.innerHeight - caret.top + gapPx } : { top: caret.bottom + gapPx }),
  };
}
