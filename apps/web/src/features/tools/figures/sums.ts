import type { tools } from "@althing/contract";

type Metrics = readonly tools.ToolMetrics[];

const sumOf = (metrics: Metrics, read: (one: tools.ToolMetrics) => number): number =>
  metrics.reduce((sum, one) => sum + read(one), 0);

/** Of all tools together; undefined where nothing is known. */
export function sumsOf(metrics: Metrics) {
  const [calls, asked] = [sumOf(metrics, (one) => one.calls), sumOf(metrics, (one) => one.asked)];
  const waited = sumOf(metrics, ({ asked: count, approvalSeconds }) => count * (approvalSeconds ?? 0));
  return {
    calls,
    successRate: calls === 0 ? undefined : sumOf(metrics, ({ succeeded }) => succeeded) / calls,
    approvalRate: asked === 0 ? undefined : sumOf(metrics, ({ approved }) => approved) / asked,
    approvalSeconds: asked === 0 ? undefined : waited / asked,
  };
}

/** How often what went wrong, the most frequent first. */
export function failuresOf(metrics: Metrics): { kind: tools.ToolFailureKind; count: number }[] {
  const counts = new Map<tools.ToolFailureKind, number>();
  for (const { failures } of metrics)
    for (const [kind, count] of Object.entries(failures) as [tools.ToolFailureKind, number][])
      counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((one, other) => other.count - one.count);
}
