/** Puts a server together from its parts and takes it apart again, in order: platform, kernel with its modules, transports. */

import { assistants, type EventOf, messages, models, tools } from "@althing/contract";
import { assemble, schedules } from "./assembly.ts";
import type { Config } from "./config.ts";
import type { Kernel } from "./kernel/kernel.ts";
import { rewrapIfDue, rewrapJob, sealedColumns } from "./kernel/rewrap.ts";
import { upkeepJobs } from "./kernel/upkeep.ts";
import { startWorkers } from "./kernel/workers.ts";
import { migrations } from "./migrations.ts";
import { modules } from "./modules.ts";
import { createMemoryCache } from "./platform/cache/index.ts";
import { Database, migrateUp } from "./platform/database/index.ts";
import { openDatabase } from "./platform/database/open.ts";
import { makePartitions, Sweep } from "./platform/feeds/index.ts";
import { bindJob, createJobs, migrateJobs } from "./platform/jobs/index.ts";
import { createNetworks, Places } from "./platform/limits/index.ts";
import { listen } from "./platform/listener/index.ts";
import {
  createDatabaseMetrics,
  createFeedMetrics,
  createHttpMetrics,
  createJobMetrics,
  createMessageMetrics,
  createMetrics,
  createModelMetrics,
  createRunMetrics,
  createSocketMetrics,
  createSpendingMetrics,
  createToolMetrics,
  type Log,
  type Metrics,
} from "./platform/telemetry/index.ts";
import { createHttpApp } from "./transport/http/app.ts";
import { healthEndpoints } from "./transport/http/health.ts";
import { mediaEndpoint } from "./transport/http/media.ts";
import { referenceEndpoints } from "./transport/http/reference.ts";
import { createWebApp } from "./transport/http/web.ts";
import { SocketGate } from "./transport/socket/gate.ts";
import { streamEndpoint } from "./transport/sse/stream.ts";

export type Server = {
  readonly url: string;
  readonly port: number;
  readonly kernel: Kernel;
  readonly database: Database;
  /** Waits until all listeners, jobs and workers have done what the past left them to do. For tests. */
  settled(): Promise<void>;
  /** Takes over the settings that may change while running, and the keys; throws where these do not fit the database. */
  reconfigure(config: Config): Promise<void>;
  /** Refuses new work, tells clients to come back, finishes what runs; at most 25 seconds. */
  stop(): Promise<void>;
};

export type ServerOptions = {
  config: Config;
  log: Log;
  clock?: () => Date;
  /** How long a commit may go unnoticed that this process did not publish. */
  sweepMs?: number;
  passwordCost?: { memoryKiB: number; timeCost: number };
};

/** How long a request that is being answered may take while the server stops. */
const finishWithinMs = 10_000;

export async function startServer(options: ServerOptions): Promise<Server> {
  const { config, log, clock = () => new Date() } = options;
  const metrics = createMetrics();
  const databaseMetrics = createDatabaseMetrics(metrics);
  const opened = await openDatabase({ dataDir: config.dataDir, url: config.database.url }, log);
  const database = new Database({
    connection: { connectionString: opened.url },
    poolSize: config.database.poolSize,
    log,
    onQuery: (name, milliseconds) => databaseMetrics.queried(name, milliseconds / 1_000),
    onRetry: (fault) => databaseMetrics.retried(fault),
  });
  const { pool } = database;
  databaseMetrics.watchPool("primary", () => ({
    inUse: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  }));
  const closeDatabase = async () => {
    await database.close();
    await opened.close();
  };
  try {
    await prepare(database, clock());
    return await serve(options, { metrics, database, closeDatabase });
  } catch (error) {
    await closeDatabase();
    throw error;
  }
}

type Ground = { metrics: Metrics; database: Database; closeDatabase: () => Promise<void> };

async function serve(options: ServerOptions, { metrics, database, closeDatabase }: Ground): Promise<Server> {
  const { log, clock } = options;
  let { config } = options;
  const feedMetrics = createFeedMetrics(metrics);
  const messageMetrics = createMessageMetrics(metrics);
  const toolMetrics = createToolMetrics(metrics);
  const spendingMetrics = createSpendingMetrics(metrics);
  const runMetrics = createRunMetrics(metrics);
  let publicUrl = config.http.publicUrl ?? "";
  const { kernel, vault, hub, limiter, bus, wakeUps } = await assemble({
    config: () => config,
    publicUrl: () => publicUrl,
    database,
    log,
    clock,
    passwordCost: options.passwordCost,
    modelMetrics: createModelMetrics(metrics),
    counters: {
      committed(events) {
        feedMetrics.committed(events.length);
        messageMetrics.sent(events.filter(({ type }) => type === messages.MessageSent.type).length);
        for (const { type, feed, data } of events) {
          // Told twice, to the room or the asker and on its own feed; counted once.
          if (type === assistants.RunChanged.type && feed.startsWith("run:")) runMetrics.changed(JSON.parse(data).run);
          if (type === tools.ToolCallChanged.type) toolMetrics.changed(JSON.parse(data).call);
        }
        for (const { data } of events.filter(({ type }) => type === models.ModelUsed.type)) {
          const { entry, providerKind } = JSON.parse(data) as EventOf<typeof models.ModelUsed>["data"];
          spendingMetrics.spent({ ...entry, provider: providerKind ?? "none" });
        }
      },
      batched: (callCount) => feedMetrics.batched(callCount),
    },
    onLogRead: () => feedMetrics.logRead(),
  });
  await kernel.prepare();
  const jobs = createJobs({
    database,
    bindings: [
      ...upkeepJobs(kernel.platform, database),
      rewrapJob({ database, log, vault, columns: sealedColumns(modules) }),
      ...modules.flatMap((module) =>
        (module.jobs ?? []).map(({ job, run }) =>
          bindJob(job, (payload, context) => run(kernel.platform, payload, context)),
        ),
      ),
    ],
    schedules,
    concurrency: config.jobs.concurrency,
    log,
    metrics: createJobMetrics(metrics),
  });
  const sweep = new Sweep({ database, hub, log, intervalMs: options.sweepMs ?? 1_000 });
  const places = new Places({ database, log });
  const gate = new SocketGate({
    kernel,
    database,
    hub,
    limiter,
    places,
    log,
    metrics: createSocketMetrics(metrics),
    feedMetrics,
    socketsPerAccount: () => config.realtime.socketsPerAccount,
  });
  const isAdmin = async (request: Request) => {
    const token = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
    return token !== undefined && kernel.isOwner((await kernel.authenticate(token)).account.id);
  };
  let networks = createNetworks(config.http.trustedProxies);
  const closing = new AbortController();
  const app = createHttpApp({
    kernel,
    limiter,
    log,
    metrics: createHttpMetrics(metrics),
    bodyLimitBytes: () => config.http.bodyLimitBytes,
    corsOrigins: () => config.http.corsOrigins,
    trustedProxies: () => networks,
    publicUrl: () => publicUrl,
    web: createWebApp(config.web.dir),
    extras: [
      ...healthEndpoints({
        cache: createMemoryCache(),
        bus,
        dataDir: config.dataDir,
        database,
        jobs,
        desk: kernel.platform.jobs,
        metrics,
        migrations,
        isReady: () => !gate.isClosing,
        isAdmin,
      }),
      mediaEndpoint(kernel),
      ...referenceEndpoints(),
      gate.endpoint({ publicUrl: () => publicUrl, corsOrigins: () => config.http.corsOrigins }),
      streamEndpoint({
        kernel,
        hub,
        redeem: (ticket) => gate.redeem(ticket),
        streamsPerAccount: () => config.realtime.socketsPerAccount,
        closing: closing.signal,
      }),
    ],
  });
  await places.start({ isAlone: config.database.url === undefined });
  const listening = listen({
    ...config.http,
    largestBodyBytes: config.files.maxBytes,
    fetch: app,
    socket: gate.handlers,
  });
  gate.open(listening);
  publicUrl ||= listening.url;
  await kernel.consumers.start();
  await rewrapIfDue(database, vault);
  await jobs.start();
  const workers = startWorkers(modules, kernel.platform);
  await sweep.once();
  sweep.start();
  wakeUps.listen(() => sweep.hasten());

  let stopping: Promise<void> | undefined;
  async function stopAll(): Promise<void> {
    gate.close();
    closing.abort();
    await Promise.all([listening.stop(finishWithinMs), workers.stop()]);
    kernel.platform.pdf.stop();
    await kernel.consumers.stop();
    await sweep.stop();
    await jobs.stop();
    await places.stop();
    hub.close();
    await closeDatabase();
  }
  return {
    url: listening.url,
    port: listening.port,
    kernel,
    database,
    async settled() {
      for (let done = 1; done > 0; ) {
        await kernel.consumers.awaitPast();
        done = (await kernel.consumers.drain()) + (await jobs.drain()) + (await workers.drain());
      }
    },
    async reconfigure(next) {
      const previous = config;
      config = next;
      await vault.reload().catch((error: unknown) => {
        config = previous;
        throw error;
      });
      await rewrapIfDue(database, vault);
      log.level = next.log.level;
      limiter.setEnabled(next.limits.enabled);
      networks = createNetworks(next.http.trustedProxies);
    },
    stop() {
      stopping ??= stopAll();
      return stopping;
    },
  };
}

async function prepare(database: Database, now: Date): Promise<void> {
  // Ours first: they tell whether the database is of a newer version, before anything is changed.
  await migrateUp(database, migrations);
  await migrateJobs(database);
  await makePartitions(database, now);
}
