// The kernel with its modules over a database: what the running server and the operator's verbs have in common.
import type { Config } from "./config.ts";
import { Kernel } from "./kernel/kernel.ts";
import { Memos } from "./kernel/memo.ts";
import type { Counters } from "./kernel/transactions.ts";
import { upkeepSchedules } from "./kernel/upkeep.ts";
import { modules } from "./modules.ts";
import { createDiskBlobs } from "./platform/blobs/index.ts";
import { type Bus, createMemoryBus } from "./platform/bus/index.ts";
import type { Database } from "./platform/database/index.ts";
import { createEgress } from "./platform/egress/index.ts";
import { Hub, WakeUps } from "./platform/feeds/index.ts";
import { createJobsDesk, type Schedule } from "./platform/jobs/index.ts";
import { createLimiter, type Limiter } from "./platform/limits/index.ts";
import { createMail } from "./platform/mail/index.ts";
import { createModels } from "./platform/models/index.ts";
import { createTypesetter } from "./platform/pdf/index.ts";
import { createPasswords, openVault, readKeyRing, type Vault } from "./platform/secrets/index.ts";
import type { Log, ModelMetrics } from "./platform/telemetry/index.ts";

export type AssemblyOptions = {
  config: () => Config;
  publicUrl: () => string;
  database: Database;
  log: Log;
  clock?: (() => Date) | undefined;
  passwordCost?: { memoryKiB: number; timeCost: number } | undefined;
  counters?: Counters;
  modelMetrics?: ModelMetrics;
  onLogRead?: () => void;
};

export type Assembly = { kernel: Kernel; vault: Vault; hub: Hub; limiter: Limiter; bus: Bus; wakeUps: WakeUps };

/** What jobs are added by the clock. */
export const schedules: readonly Schedule[] = [
  ...upkeepSchedules,
  ...modules.flatMap((module) => module.schedules ?? []),
];

/** More events than this are not sent one by one: who is further behind fetches the feed anew. */
const resumeLimit = 20_000;
const noCounters: Counters = { committed: () => undefined, batched: () => undefined };
const passwordCost = { memoryKiB: 19_456, timeCost: 2 };

export async function assemble(options: AssemblyOptions): Promise<Assembly> {
  const { database, log, clock = () => new Date() } = options;
  const config = options.config();
  const hub = new Hub({ database, log, resumeLimit, onLogRead: options.onLogRead });
  const bus = createMemoryBus({ onError: (error) => log.warn({ err: error }, "A wake-up failed") });
  const wakeUps = new WakeUps(bus);
  const limiter = createLimiter({ enabled: config.limits.enabled });
  const egress = createEgress({ allowedHosts: () => options.config().egress.allowedHosts, log });
  const vault = await openVault({ database, readRing: () => readKeyRing(options.config()) });
  const kernel = new Kernel({
    modules,
    database,
    log,
    checkAnswers: config.env === "test",
    announce: () => wakeUps.send(),
    counters: options.counters ?? noCounters,
    platform: {
      get config() {
        return options.config();
      },
      get publicUrl() {
        return options.publicUrl();
      },
      log,
      secrets: vault,
      passwords: createPasswords(options.passwordCost ?? passwordCost),
      jobs: createJobsDesk(database, schedules),
      mail: createMail({ ...config.mail, log }),
      blobs: createDiskBlobs(config.files.dir),
      egress,
      models: createModels({
        egress,
        limits: () => options.config().models.limits,
        streamsPerCredential: () => options.config().models.streamsPerCredential,
        metrics: options.modelMetrics,
        clock,
      }),
      pdf: createTypesetter({ log }),
      limiter,
      memos: new Memos(),
      hub,
      clock,
    },
  });
  return { kernel, vault, hub, limiter, bus, wakeUps };
}
