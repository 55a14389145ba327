import { useEffect } from "react";
import { useLive } from "./connection-context.ts";

type Told = { readonly type: string };

/** Asks anew for what no replica holds when an event of these kinds comes. Give a list and a function that stay the same. */
export function useRefreshOn(events: readonly Told[], refresh: () => unknown): void {
  const live = useLive();
  useEffect(
    () =>
      live.onEvents((all) => {
        if (all.some(({ type }) => events.some((event) => event.type === type))) refresh();
      }),
    [live, events, refresh],
  );
}
