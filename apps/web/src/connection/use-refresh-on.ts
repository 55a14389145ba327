import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLive } from "./connection-context.ts";

type Told = { readonly type: string };

/** What was asked under a key is asked anew when an event of these kinds comes. Give lists that stay the same. */
export function useRefreshOn(events: readonly Told[], queryKey: readonly string[]): void {
  const live = useLive();
  const queries = useQueryClient();
  useEffect(
    () =>
      live.onEvents((all) => {
        const isTold = all.some(({ type }) => events.some((event) => event.type === type));
        if (isTold) void queries.invalidateQueries({ queryKey });
      }),
    [live, queries, events, queryKey],
  );
}
