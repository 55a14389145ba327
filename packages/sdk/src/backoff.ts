export const backoffLimits = { firstMs: 500, mostMs: 30_000 } as const;

/** Full jitter: anything from nothing to the exponential bound, so that a crowd does not come back at once. In milliseconds. */
export const backoffMs = (attempt: number, random: () => number): number =>
  Math.round(random() * Math.min(backoffLimits.mostMs, backoffLimits.firstMs * 2 ** attempt));
