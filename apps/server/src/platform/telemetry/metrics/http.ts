import { latencySeconds } from "./buckets.ts";
import type { Metrics } from "./registry.ts";

export type HttpMetrics = ReturnType<typeof createHttpMetrics>;

export function createHttpMetrics(metrics: Metrics) {
  const requests = metrics.counter({
    name: "althing_http_requests_total",
    help: "Requests answered, by operation and status class.",
    labels: ["operation", "status"],
  });
  const errors = metrics.counter({
    name: "althing_http_errors_total",
    help: "Requests that failed by a fault of ours (5xx), by operation.",
    labels: ["operation"],
  });
  const latency = metrics.histogram({
    name: "althing_http_request_seconds",
    help: "Time from a request's arrival to its answer, by operation and status class.",
    labels: ["operation", "status"],
    buckets: latencySeconds,
  });

  return {
    /** `operation` is a route's name, never its path: paths are without number. */
    answered({ operation, status, seconds }: { operation: string; status: number; seconds: number }) {
      const labels = { operation, status: `${Math.floor(status / 100)}xx` };
      requests.add(labels);
      latency.observe(labels, seconds);
      if (status >= 500) errors.add({ operation });
    },
  };
}
