import { type KeyboardEvent, useEffect, useId, useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { useAnnounce } from "../../../../shell/index.ts";
import { type Passage, replaced } from "../editing/passage.ts";
import { type Suggestion, writtenAs } from "./suggestion.ts";
import { findTrigger, type Trigger } from "./trigger.ts";
import { useSuggestions } from "./use-suggestions.ts";

type Asked = {
  roomId: string;
  text: string;
  /** Where was typed last; undefined once the caret has gone elsewhere. */
  caret: number | undefined;
  onTake: (next: Passage) => void;
};

export type Completion = {
  listId: string;
  suggestions: readonly Suggestion[];
  /** Where what is completed begins in the text. */
  from: number;
  active: number;
  setActive: (index: number) => void;
  take: (suggestion: Suggestion) => void;
  /** Whether the key was meant for the list. */
  press: (event: KeyboardEvent) => boolean;
};

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

/** Completes what is written before the caret. Nothing is suggested where nothing fits, or once it was declined. */
export function useCompletion({ roomId, text, caret, onTake }: Asked): Completion {
  const t = useTranslations("messages.composer.completion");
  const announce = useAnnounce();
  const listId = useId();
  const [declined, setDeclined] = useState<number>();
  const [choice, setChoice] = useState({ query: "", index: 0 });
  const trigger = useTrigger(text, caret);
  const isDeclined = trigger !== undefined && trigger.from === declined;
  const suggestions = useSuggestions(roomId, isDeclined ? undefined : trigger);
  const query = trigger ? `${trigger.from} ${trigger.query}` : "";
  const active = choice.query === query ? Math.min(choice.index, suggestions.length - 1) : 0;
  const setActive = (index: number) => setChoice({ query, index });

  const count = suggestions.length;
  const from = trigger?.from;
  useEffect(() => {
    if (count > 0) announce(t("count", { count }));
  }, [count, announce, t]);
  useEffect(() => {
    if (from === undefined) setDeclined(undefined);
  }, [from]);

  const take = (suggestion: Suggestion) => {
    if (!trigger || caret === undefined) return;
    const gap = text[caret] === " " ? "" : " ";
    const next = replaced(text, trigger.from, caret, writtenAs(suggestion) + gap);
    onTake(gap ? next : { ...next, start: next.start + 1, end: next.end + 1 });
  };
  const press = (event: KeyboardEvent): boolean => {
    const chosen = suggestions[active];
    if (!chosen || !trigger || event.ctrlKey || event.metaKey || event.altKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active + step + count) % count);
    else if (event.key === "Escape") setDeclined(trigger.from);
    else if (!event.shiftKey && (event.key === "Tab" || (event.key === "Enter" && !isWhole(chosen, trigger))))
      take(chosen);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { listId, suggestions, from: from ?? 0, active, setActive, take, press };
}

function useTrigger(text: string, caret: number | undefined): Trigger | undefined {
  return useMemo(() => (caret === undefined ? undefined : findTrigger(text, caret)), [text, caret]);
}

/** A command that is written out already is carried out by the same key. */
const isWhole = (suggestion: Suggestion, { query }: Trigger): boolean =>
  suggestion.kind === "command" && suggestion.command.name === query.toLowerCase();
