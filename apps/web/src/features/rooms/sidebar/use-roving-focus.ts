// One tab stop for a whole list: arrows move within it, Home and End to its ends, letters to what begins with them.
import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef } from "react";

const patienceMs = 700;

type Roving<Item extends HTMLElement> = {
  ref: RefObject<Item | null>;
  onFocus(event: FocusEvent): void;
  onKeyDown(event: KeyboardEvent): void;
};

/** What can be reached bears its name in `data-roving`, and `tabIndex={-1}`; which one is the tab stop is kept here, past React. */
export function useRovingFocus<Item extends HTMLElement>(): Roving<Item> {
  const ref = useRef<Item>(null);
  const typed = useRef({ text: "", at: 0 });

  useEffect(() => {
    const list = ref.current;
    if (!list) return;
    const keepOneStop = () => {
      const items = itemsIn(list);
      if (items.some(({ tabIndex }) => tabIndex === 0)) return;
      const first = items.find((item) => item.getAttribute("aria-current") === "page") ?? items[0];
      if (first) first.tabIndex = 0;
    };
    keepOneStop();
    const observer = new MutationObserver(keepOneStop);
    observer.observe(list, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, []);

  const find = (event: KeyboardEvent, items: HTMLElement[], at: number): HTMLElement | undefined => {
    if (event.key === "ArrowDown") return items[Math.min(at + 1, items.length - 1)];
    if (event.key === "ArrowUp") return items[Math.max(at - 1, 0)];
    if (event.key === "Home") return items[0];
    if (event.key === "End") return items.at(-1);
    if (event.key.length !== 1 || event.key === " ") return undefined;
    const isQuick = event.timeStamp - typed.current.at < patienceMs;
    const text = (isQuick ? typed.current.text : "") + event.key.toLocaleLowerCase();
    typed.current = { text, at: event.timeStamp };
    // A word goes on where one is; a single letter goes to the next that begins with it.
    const from = text.length > 1 ? at : at + 1;
    const turned = [...items.slice(from), ...items.slice(0, from)];
    return turned.find((item) => (item.dataset.roving ?? "").toLocaleLowerCase().startsWith(text));
  };

  return {
    ref,
    onFocus: ({ target }) => {
      if (!ref.current || !target.hasAttribute("data-roving")) return;
      for (const item of itemsIn(ref.current)) item.tabIndex = item === target ? 0 : -1;
    },
    onKeyDown: (event) => {
      if (!ref.current || event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const items = itemsIn(ref.current);
      const at = items.indexOf(event.target as HTMLElement);
      const found = at < 0 ? undefined : find(event, items, at);
      if (!found) return;
      event.preventDefault();
      found.focus();
    },
  };
}

const itemsIn = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[data-roving]")];
