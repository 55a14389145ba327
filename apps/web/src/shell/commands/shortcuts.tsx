import { useLayoutEffect, useMemo } from "react";
import { useReplica } from "../../connection/index.ts";
import type { Command } from "./command.ts";
import { useCommandOffers } from "./commands.tsx";
import { isTyping, normalizeKeys, strokeOf } from "./keys.ts";

/** How long the second stroke of a pair may take, in milliseconds. */
const patienceMs = 1_000;

/** A command's keys: one's own where set (empty for none), else those it came with. */
export function useKeysOf(): (command: Command) => string | undefined {
  const own = useReplica(({ preferences }) => preferences?.shortcuts);
  return useMemo(
    () =>
      ({ id, keys }) =>
        (own?.[id] ?? keys) || undefined,
    [own],
  );
}

/** Runs commands by their keys. */
export function Shortcuts() {
  const offers = useCommandOffers();
  const keysOf = useKeysOf();
  // With the first frame: who sees a page may press a key. React tells of what is offered only after it, so that is read as a
  // key comes.
  useLayoutEffect(() => {
    const find = (strokes: string) =>
      offers
        .read()
        .findLast((command) =>
          [keysOf(command), command.alias].some((keys) => keys !== undefined && normalizeKeys(keys) === strokes),
        );
    let first: { stroke: string; at: number } | undefined;
    const press = (event: KeyboardEvent) => {
      const stroke = strokeOf(event);
      if (!stroke || event.isComposing || event.defaultPrevented) return;
      const pair = first && event.timeStamp - first.at < patienceMs ? `${first.stroke} ${stroke}` : stroke;
      const command = find(pair) ?? find(stroke);
      const writing = isWriting(event.target);
      const isMeant = command?.whileWriting || (/(mod|alt)\+/.test(stroke) && !isTyping(event));
      if (command && (!writing || isMeant)) {
        first = undefined;
        event.preventDefault();
        command.run();
      } else first = writing ? undefined : { stroke, at: event.timeStamp };
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [offers, keysOf]);
  return null;
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("input:not([type=checkbox], [type=radio]), textarea, select, [role=textbox]"));
