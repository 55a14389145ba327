// The modules' workers, as one.
import type { Module, Worker } from "./module.ts";
import type { Platform } from "./platform.ts";

export function startWorkers(modules: readonly Module[], platform: Platform): Required<Worker> {
  const workers = modules.flatMap((module) => module.workers ?? []).map((worker) => worker.start(platform));
  return {
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
    async drain() {
      const counts = await Promise.all(workers.map((worker) => worker.drain?.() ?? 0));
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}
