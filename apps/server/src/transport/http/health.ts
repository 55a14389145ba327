// What operators and balancers ask. Details are for admins; everyone else learns whether it works.
import { type Bus, probeBus } from "../../platform/bus/index.ts";
import type { Cache } from "../../platform/cache/index.ts";
import type { Database, Migration } from "../../platform/database/index.ts";
import { migrationStates } from "../../platform/database/index.ts";
import { freeBytesOf, probeFolder } from "../../platform/disk/index.ts";
import type { Jobs, JobsDesk } from "../../platform/jobs/index.ts";
import type { Metrics } from "../../platform/telemetry/index.ts";
import type { Endpoint } from "./endpoint.ts";

export type HealthParts = {
  cache: Cache;
  bus: Bus;
  dataDir: string;
  database: Database;
  jobs: Jobs;
  desk: JobsDesk;
  metrics: Metrics;
  migrations: readonly Migration[];
  /** False while the server is stopping. */
  isReady: () => boolean;
  /** Whether the asker may see details. */
  isAdmin: (request: Request) => Promise<boolean>;
};

type Check = { ok: boolean; detail?: unknown };

/** Without these the server answers all the same: a bus only hurries what others find in the log. */
const dispensable = new Set(["bus"]);

export function healthEndpoints(parts: HealthParts): Endpoint[] {
  return [
    { name: "health.live", method: "GET", path: "/health/live", answer: () => Response.json({ status: "live" }) },
    {
      name: "health.startup",
      method: "GET",
      path: "/health/startup",
      answer: () => Response.json({ status: "started" }),
    },
    { name: "health.ready", method: "GET", path: "/health/ready", answer: ({ request }) => ready(parts, request) },
    {
      name: "metrics",
      method: "GET",
      path: "/metrics",
      answer: async () =>
        new Response(await parts.metrics.render(), { headers: { "content-type": parts.metrics.contentType } }),
    },
  ];
}

/** The balancer asks often and from many places; the database is asked once a second. */
const keptSeconds = 1;

async function ready(parts: HealthParts, request: Request): Promise<Response> {
  const asked = await parts.cache.getOrLoad("health.ready", keptSeconds, () => askAll(parts));
  const checks: Record<string, Check> = { accepting: { ok: parts.isReady() }, ...asked };
  const ok = Object.entries(checks).every(([name, one]) => one.ok || dispensable.has(name));
  const detailed = await parts.isAdmin(request).catch(() => false);
  const shown = Object.fromEntries(
    Object.entries(checks).map(([name, one]) => [name, detailed ? one : { ok: one.ok }]),
  );
  const headers: Record<string, string> = { "cache-control": "no-store" };
  if (!ok) headers["retry-after"] = "2";
  return Response.json({ status: ok ? "ready" : "not_ready", checks: shown }, { status: ok ? 200 : 503, headers });
}

async function check(work: () => Promise<unknown>): Promise<Check> {
  try {
    return { ok: true, detail: await work() };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

async function askAll({ database, migrations, jobs, desk, bus, dataDir }: HealthParts): Promise<Record<string, Check>> {
  return {
    database: await check(async () => {
      const startedAt = performance.now();
      await database.query((session) => session.run("select 1"));
      return { milliseconds: Math.round(performance.now() - startedAt) };
    }),
    migrations: await check(async () => {
      const missing = (await migrationStates(database, migrations)).filter(({ appliedAt }) => !appliedAt);
      if (missing.length > 0) throw new Error(`missing: ${missing.map(({ name }) => name).join(", ")}`);
      return { applied: migrations.length };
    }),
    jobs: await check(async () => ({ ...(await desk.counts()), runningCount: jobs.runningCount })),
    storage: await check(async () => {
      await probeFolder(dataDir);
      return { freeBytes: await freeBytesOf(dataDir) };
    }),
    bus: await check(async () => {
      const startedAt = performance.now();
      await probeBus(bus);
      return { milliseconds: Math.round(performance.now() - startedAt) };
    }),
  };
}
