// biome-ignore-all lint/a11y/useSemanticElements: the options of a listbox that is not a select
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus stays in the text, which names the active option
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the keys are heard in the text
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { useTranslations } from "use-intl";
import { classes } from "../../../../ui/classes.ts";
import { keyOf } from "./suggestion.ts";
import { SuggestionRow } from "./suggestion-row.tsx";
import { type Completion, optionId } from "./use-completion.ts";

type CompletionListProps = { completion: Completion; anchor: RefObject<HTMLElement | null> };

/** Stands above the field, or below where there is more room; outside of it, so that nothing cuts it off. */
export function CompletionList({ completion, anchor }: CompletionListProps) {
  const t = useTranslations("messages.composer.completion");
  const { listId, suggestions, active, setActive, take } = completion;
  const place = usePlace(anchor);
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
      className="popup thin-scroll fixed z-40 max-w-120 overflow-y-auto p-1"
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

type Place = { insetInlineStart: number; width: number; maxHeight: number; bottom?: number; top?: number };

const gapPx = 6;
const mostPx = 320;

function usePlace(anchor: RefObject<HTMLElement | null>): Place | undefined {
  const [place, setPlace] = useState<Place>();
  useLayoutEffect(() => {
    const measure = () => {
      const box = anchor.current?.getBoundingClientRect();
      if (box) setPlace(placeBeside(box));
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (anchor.current) observer.observe(anchor.current);
    window.addEventListener("resize", measure);
    window.addEventListener("scroll", measure, { capture: true, passive: true });
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", measure);
      window.removeEventListener("scroll", measure, { capture: true });
    };
  }, [anchor]);
  return place;
}

function placeBeside(box: DOMRect): Place {
  const isMirrored = document.documentElement.dir === "rtl";
  const below = window.innerHeight - box.bottom;
  const isAbove = box.top > Math.min(mostPx, below);
  return {
    insetInlineStart: isMirrored ? window.innerWidth - box.right : box.left,
    width: box.width,
    maxHeight: Math.min(mostPx, (isAbove ? box.top : below) - 2 * gapPx),
    ...(isAbove ? { bottom: window.innerHeight - box.top + gapPx } : { top: box.bottom + gapPx }),
  };
}
