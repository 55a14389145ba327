/** The process by its own account: prom-client's defaults ask parts of Node that Bun fills otherwise or not at all. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Metrics } from "./registry.ts";

export function declareProcessMetrics(metrics: Metrics): void {
  metrics.gauge({
    name: "process_start_time_seconds",
    help: "When the process started, in seconds since 1970.",
    collect: (gauge) => gauge.set({}, Date.now() / 1000 - process.uptime()),
  });
  metrics.gauge({
    name: "process_cpu_seconds",
    help: "Processor time used since the start.",
    labels: ["mode"],
    collect(gauge) {
      const { user, system } = process.cpuUsage();
      gauge.set({ mode: "user" }, user / 1e6);
      gauge.set({ mode: "system" }, system / 1e6);
    },
  });
  metrics.gauge({
    name: "process_memory_bytes",
    help: "Memory held: resident, the heap, what of it is used, and buffers outside it.",
    labels: ["kind"],
    collect(gauge) {
      const { rss, heapTotal, heapUsed, external } = process.memoryUsage();
      for (const [kind, bytes] of Object.entries({ resident: rss, heap: heapTotal, heap_used: heapUsed, external })) {
        gauge.set({ kind }, bytes);
      }
    },
  });
  declareLoopDelay(metrics);
}

/** How late the event loop was since the last scrape. */
function declareLoopDelay(metrics: Metrics): void {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  metrics.gauge({
    name: "althing_event_loop_delay_seconds",
    help: "Delay of the event loop since the last scrape, by quantile.",
    labels: ["quantile"],
    collect(gauge) {
      for (const percentile of [50, 99, 100]) {
        gauge.set({ quantile: String(percentile / 100) }, delay.percentile(percentile) / 1e9);
      }
      delay.reset();
    },
  });
}
