import { declareProcessMetrics } from "./process.ts";
import { createRegistry, type Metrics } from "./registry.ts";

export { createDatabaseMetrics, type DatabaseMetrics, type PoolState } from "./database.ts";
export { createFeedMetrics, type FeedMetrics } from "./feeds.ts";
export { createHttpMetrics, type HttpMetrics } from "./http.ts";
export { createJobMetrics, type JobMetrics, type JobOutcome } from "./jobs.ts";
export { createMessageMetrics, type MessageMetrics } from "./messages.ts";
export { createModelMetrics, type ModelMetrics } from "./models.ts";
export type { CounterMetric, GaugeMetric, HistogramMetric, Labels, Metrics } from "./registry.ts";
export { createRunMetrics, type RunMetrics } from "./runs.ts";
export { createSocketMetrics, type SocketMetrics } from "./sockets.ts";
export { createSpendingMetrics, type SpendingMetrics } from "./spending.ts";
export { createToolMetrics, type ToolMetrics } from "./tools.ts";

/** A registry with the process's own metrics; each owner declares its part in it once. */
export function createMetrics(): Metrics {
  const metrics = createRegistry();
  declareProcessMetrics(metrics);
  return metrics;
}
