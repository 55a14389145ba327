// Times are counted by steps of a quarter more each, so that a percentile is known to that share from a few rows.
const growth = 1.25;

/** The step that a time falls into: up to its upper bound in milliseconds. */
export const stepOf = (ms: number): number =>
  Math.ceil(growth ** Math.ceil(Math.log(Math.max(ms, 1)) / Math.log(growth)));

/** The time that this share of the counted stays under, to a quarter; null where nothing was counted. */
export function percentile(steps: ReadonlyMap<number, number>, share: number): number | null {
  const all = [...steps.values()].reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [upTo, count] of [...steps].toSorted(([one], [other]) => one - other)) {
    seen += count;
    if (seen >= all * share) return upTo;
  }
  return null;
}
