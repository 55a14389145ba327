import { latencySeconds } from "./buckets.ts";
import type { Metrics } from "./registry.ts";

export type JobMetrics = ReturnType<typeof createJobMetrics>;
export type JobOutcome = "done" | "failed" | "dead";

export function createJobMetrics(metrics: Metrics) {
  const runs = metrics.counter({
    name: "althing_jobs_total",
    help: "Runs of jobs by outcome: done, failed (to be tried again) or dead (given up).",
    labels: ["job", "outcome"],
  });
  const waits = metrics.histogram({
    name: "althing_job_wait_seconds",
    help: "Time from when a job was due to its start.",
    labels: ["job"],
    buckets: [...latencySeconds, 30, 60, 300],
  });
  const durations = metrics.histogram({
    name: "althing_job_run_seconds",
    help: "Time that jobs ran.",
    labels: ["job"],
    buckets: [...latencySeconds, 30, 60, 300],
  });

  return {
    started: (job: string, waitedSeconds: number) => waits.observe({ job }, waitedSeconds),
    ended(job: string, outcome: JobOutcome, seconds: number) {
      runs.add({ job, outcome });
      durations.observe({ job }, seconds);
    },
  };
}
