import { useEffect } from "react";
import { useWorkspace } from "../../../connection/index.ts";
import type { View } from "./line-scroller.tsx";
import type { Line } from "./lines.ts";

/** From how many lines before an end the next page is fetched. */
const aheadCount = 20;

/** Fetches older and newer pages before one gets to the end of what is loaded. */
export function usePaging(roomId: string, lines: readonly Line[], { first, last }: View): void {
  const { windows } = useWorkspace();
  useEffect(() => {
    if (!first || !last) return;
    const from = lines.findIndex(({ key }) => key === first.key);
    const to = lines.findLastIndex(({ key }) => key === last.key);
    // A failure is tried again by the next move; the banner tells of a lost connection.
    if (from >= 0 && from < aheadCount && lines[0]?.kind === "older") windows.loadOlder(roomId).catch(() => undefined);
    if (to >= 0 && to > lines.length - aheadCount && lines.at(-1)?.kind === "newer")
      windows.loadNewer(roomId).catch(() => undefined);
  }, [windows, roomId, lines, first, last]);
}
