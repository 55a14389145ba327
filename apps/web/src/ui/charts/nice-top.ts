/** Where an axis that must reach a value ends: the next even number that one reads at a glance, such as 20, 50 or 400. */
export function niceTop(value: number): number {
  if (value <= 2) return 2;
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const steps = [1, 2, 4, 5, 6, 8, 10].map((step) => step * magnitude);
  return steps.find((step) => step >= value && step % 2 === 0) ?? 10 * magnitude;
}
