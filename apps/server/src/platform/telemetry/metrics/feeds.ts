import { counts } from "./buckets.ts";
import type { Metrics } from "./registry.ts";

export type FeedMetrics = ReturnType<typeof createFeedMetrics>;

export function createFeedMetrics(metrics: Metrics) {
  const events = metrics.counter({ name: "althing_feed_events_total", help: "Events committed to the log." });
  const batches = metrics.histogram({
    name: "althing_feed_batch_calls",
    help: "Calls that shared one commit.",
    buckets: counts,
  });
  const reads = metrics.counter({
    name: "althing_feed_log_reads_total",
    help: "Times the log was read because the hub was not at its head.",
  });
  const resumes = metrics.histogram({
    name: "althing_feed_resume_events",
    help: "Events that a returning follower had missed.",
    buckets: [0, ...counts],
  });
  const reloads = metrics.counter({
    name: "althing_feed_reloads_total",
    help: "Followers told to fetch a feed anew, being too far behind.",
  });

  return {
    committed: (eventCount: number) => events.add({}, eventCount),
    batched: (callCount: number) => batches.observe({}, callCount),
    logRead: () => reads.add({}),
    resumed: (eventCount: number) => resumes.observe({}, eventCount),
    reloaded: () => reloads.add({}),
  };
}
