import type { Metrics } from "./registry.ts";

export type ToolMetrics = ReturnType<typeof createToolMetrics>;

type Call = {
  readonly state: string;
  readonly failure: { readonly kind: string } | null;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
};

/** Without the tools' names, of which there may be any number; those are in the workspace's own figures. */
export function createToolMetrics(metrics: Metrics) {
  const calls = metrics.counter({
    name: "althing_tool_calls_total",
    help: "Calls of tools that ended, by outcome: done, denied, cancelled, or the kind of failure.",
    labels: ["outcome"],
  });
  const seconds = metrics.histogram({
    name: "althing_tool_call_seconds",
    help: "How long calls of tools took that were made.",
    labels: [],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60],
  });
  return {
    /** Each call ends once. */
    changed({ state, failure, startedAt, endedAt }: Call): void {
      if (endedAt === null) return;
      calls.add({ outcome: failure?.kind ?? state });
      if (startedAt !== null) seconds.observe({}, (Date.parse(endedAt) - Date.parse(startedAt)) / 1_000);
    },
  };
}
