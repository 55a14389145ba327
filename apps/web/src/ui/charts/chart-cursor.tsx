import { useFormatter } from "use-intl";
import type { Bar, Part, WriteNumber } from "./bar.ts";

type ChartCursorProps = {
  title: string;
  bars: readonly Bar[];
  parts: readonly Part[] | undefined;
  write: WriteNumber;
  at: number | undefined;
  onMove: (at: number | undefined) => void;
};

/** Goes from bar to bar with the keys, and says each of them. It cannot be seen: the bar that it is at is. */
export function ChartCursor({ title, bars, parts, write, at, onMove }: ChartCursorProps) {
  const { list } = useFormatter();
  const last = bars.length - 1;
  const bar = bars[at ?? last];
  if (!bar) return null;
  const shares = parts?.flatMap(({ name }, index) => {
    const value = bar.parts?.[index] ?? 0;
    return value > 0 ? [`${name} ${write(value)}`] : [];
  });
  return (
    <input
      type="range"
      aria-label={title}
      aria-valuetext={list([`${bar.label}: ${write(bar.value)}`, ...(shares ?? [])], { type: "unit" })}
      min={0}
      max={last}
      value={at ?? last}
      onFocus={() => onMove(last)}
      onBlur={() => onMove(undefined)}
      onChange={({ currentTarget }) => onMove(Number(currentTarget.value))}
      className="pointer-events-none absolute inset-0 opacity-0"
    />
  );
}
