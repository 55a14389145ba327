const firstMs = 500;
const mostMs = 30_000;

/** Full jitter: anything from nothing to the exponential bound, so that a crowd does not come back at once. In milliseconds. */
export const backoffMs = (attempt: number, random: () => number): number =>
  Math.round(random() * Math.min(mostMs, firstMs * 2 ** attempt));
