import { latencySeconds } from "./buckets.ts";
import type { Metrics } from "./registry.ts";

export type RunMetrics = ReturnType<typeof createRunMetrics>;

type Told = {
  readonly purpose: string;
  readonly state: string;
  readonly model: object | null;
  readonly failure: { readonly code: string } | null;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly endedAt: string | null;
};

const seconds = (from: string, to: string): number => Math.max(0, Date.parse(to) - Date.parse(from)) / 1_000;

export function createRunMetrics(metrics: Metrics) {
  const ended = metrics.counter({
    name: "althing_runs_total",
    help: "Runs of assistants that ended, by what for, how, what answered, and why they failed.",
    labels: ["purpose", "state", "by", "failure"],
  });
  const waits = metrics.histogram({
    name: "althing_run_wait_seconds",
    help: "Time from when an assistant was asked to when a worker began.",
    labels: [],
    buckets: [...latencySeconds, 30, 60],
  });
  const durations = metrics.histogram({
    name: "althing_run_seconds",
    help: "Time from when a worker began a run to its end, waiting for people included.",
    labels: ["by"],
    buckets: [...latencySeconds, 30, 60, 300, 900],
  });

  return {
    /** A run as it was told. */
    changed({ purpose, state, model, failure, createdAt, startedAt, endedAt }: Told) {
      if (endedAt === null) return;
      const by = model === null ? "search" : "model";
      ended.add({ purpose, state, by, failure: failure?.code ?? "none" });
      if (startedAt === null) return;
      waits.observe({}, seconds(createdAt, startedAt));
      durations.observe({ by }, seconds(startedAt, endedAt));
    },
  };
}
