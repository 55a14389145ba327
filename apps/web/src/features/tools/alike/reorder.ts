import type { tools } from "@althing/contract";

type Source = Pick<tools.ToolSource, "id" | "precedence">;

const step = 10;

/** With one of them moved to another place. */
export const moved = <Item>(items: readonly Item[], from: number, to: number): Item[] => {
  const rest = items.toSpliced(from, 1);
  return rest.toSpliced(to, 0, ...items.slice(from, from + 1));
};

/** What must change so that sources are preferred in this order, and no more: an order that holds already stays as it is. */
export function precedencesFor<One extends Source>(ordered: readonly One[]): { source: One; precedence: number }[] {
  const isKept = ordered.every(
    ({ precedence }, index) => index === 0 || (ordered[index - 1]?.precedence ?? 0) < precedence,
  );
  if (isKept) return [];
  return ordered
    .map((source, index) => ({ source, precedence: (index + 1) * step }))
    .filter(({ source, precedence }) => source.precedence !== precedence);
}
