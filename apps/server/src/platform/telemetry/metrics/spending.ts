import type { Metrics } from "./registry.ts";

export type SpendingMetrics = ReturnType<typeof createSpendingMetrics>;

type Spent = { readonly provider: string; readonly kind: string; readonly micros: number | null };

export function createSpendingMetrics(metrics: Metrics) {
  const spent = metrics.counter({
    name: "althing_spent_micros_total",
    help: "Millionths of a dollar that models and tools cost, by kind of provider.",
    labels: ["provider", "kind"],
  });
  const unpriced = metrics.counter({
    name: "althing_spent_unpriced_total",
    help: "Calls of models and tools whose cost is not known.",
    labels: ["provider", "kind"],
  });

  return {
    spent({ provider, kind, micros }: Spent) {
      if (micros === null) unpriced.add({ provider, kind });
      else spent.add({ provider, kind }, micros);
    },
  };
}
