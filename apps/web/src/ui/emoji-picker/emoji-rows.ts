/** The picker's grid as rows, and where an arrow key leads in it. */
import type { FoundEmoji } from "./find-emoji.ts";

const columnCount = 8;

export type Section = { key: string; title: string; emoji: readonly FoundEmoji[] };
export type Row =
  | { kind: "title"; section: string; title: string }
  | { kind: "emoji"; section: string; emoji: readonly FoundEmoji[] };
export type Place = { row: number; column: number };

export function layRows(sections: readonly Section[]): Row[] {
  return sections
    .filter(({ emoji }) => emoji.length > 0)
    .flatMap(({ key, title, emoji }): Row[] => [
      { kind: "title", section: key, title },
      ...Array.from(
        { length: Math.ceil(emoji.length / columnCount) },
        (_, index): Row => ({
          kind: "emoji",
          section: key,
          emoji: emoji.slice(index * columnCount, (index + 1) * columnCount),
        }),
      ),
    ]);
}

export function emojiAt(rows: readonly Row[], place: Place | undefined): FoundEmoji | undefined {
  const row = place && rows[place.row];
  return row?.kind === "emoji" ? row.emoji[place?.column ?? 0] : undefined;
}

/** The next place; the same one at the edge, and the first where there is none yet. */
export function move(
  rows: readonly Row[],
  from: Place | undefined,
  key: "up" | "down" | "back" | "forward",
): Place | undefined {
  if (!from) return findRow(rows, -1, 1, 0);
  if (key === "up") return findRow(rows, from.row, -1, from.column) ?? from;
  if (key === "down") return findRow(rows, from.row, 1, from.column) ?? from;
  const column = from.column + (key === "forward" ? 1 : -1);
  if (emojiAt(rows, { row: from.row, column })) return { row: from.row, column };
  return (key === "forward" ? findRow(rows, from.row, 1, 0) : findRow(rows, from.row, -1, columnCount)) ?? from;
}

function findRow(rows: readonly Row[], from: number, step: 1 | -1, column: number): Place | undefined {
  for (let row = from + step; row >= 0 && row < rows.length; row += step) {
    const found = rows[row];
    if (found?.kind === "emoji") return { row, column: Math.min(column, found.emoji.length - 1) };
  }
  return undefined;
}
