import type { Metrics } from "./registry.ts";

export type MessageMetrics = ReturnType<typeof createMessageMetrics>;

export function createMessageMetrics(metrics: Metrics) {
  const sent = metrics.counter({ name: "althing_messages_sent_total", help: "Messages that were sent and stored." });
  return { sent: (count = 1) => sent.add({}, count) };
}
