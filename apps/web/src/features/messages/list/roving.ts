import type { Line } from "./lines.ts";

const canHaveFocus = ({ kind }: Line): boolean => kind === "message" || kind === "notes";

/** The line that a key leads to from another; undefined where the key leads nowhere. */
export function moveAlong(lines: readonly Line[], from: string | undefined, key: string): string | undefined {
  const stops = lines.filter(canHaveFocus);
  const at = stops.findIndex((line) => line.key === from);
  if (key === "Home") return stops[0]?.key;
  if (key === "End") return stops.at(-1)?.key;
  if (key === "ArrowUp") return stops[Math.max(0, (at < 0 ? stops.length : at) - 1)]?.key;
  if (key === "ArrowDown") return stops[Math.min(stops.length - 1, at + 1)]?.key;
  return undefined;
}
