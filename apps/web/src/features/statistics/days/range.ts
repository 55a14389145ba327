/** How many days may be looked at at once; more would be too fine to see. */
export const spans = ["7", "30", "90"] as const;
export type Span = (typeof spans)[number];

const dayMs = 86_400_000;

/** The days up to now, in UTC as the server counts them. */
export function rangeOf(span: Span, now: Date): { from: string; to: string } {
  const day = (before: number) => new Date(now.getTime() - before * dayMs).toISOString().slice(0, 10);
  return { from: day(Number(span) - 1), to: day(0) };
}
