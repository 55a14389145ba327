// A database with the tables of jobs, one job, and ways to bind it. One for each test file.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { startEmbedded } from "../database/embedded/start-embedded.ts";
import { Database, defineStatement, migrateUp } from "../database/index.ts";
import { createJobMetrics, createLog, createMetrics } from "../telemetry/index.ts";
import {
  type BoundJob,
  createJobs,
  createJobsDesk,
  defineJob,
  insertJob,
  type JobWhen,
  jobMigrations,
  migrateJobs,
  type Schedule,
} from "./index.ts";

export const greet = defineJob("greet", { payload: z.object({ name: z.string() }), maxAttempts: 3 });

export async function createJobsFixture() {
  const folder = mkdtempSync(join(tmpdir(), "althing-jobs-"));
  chmodSync(folder, 0o711);
  const logLines: string[] = [];
  const log = createLog({ level: "info", destination: { write: (line) => void logLines.push(line) } });
  const embedded = await startEmbedded({ dataDir: folder, log: () => undefined });
  const database = new Database({ connection: embedded.connection, poolSize: 8, log });
  await migrateUp(database, jobMigrations);
  await migrateJobs(database);

  const parts = () => ({ database, log, metrics: createJobMetrics(createMetrics()) });
  const run = (sql: string) => database.query((session) => session.run(sql));
  return {
    database,
    desk: createJobsDesk(database, []),
    logLines,
    parts,
    run,
    jobsOf: (bound: BoundJob, schedules: Schedule[] = []) =>
      createJobs({ ...parts(), bindings: [bound], schedules, concurrency: 2 }),
    add: (name: string, when?: JobWhen) => database.write((session) => insertJob(session, greet, { name }, when)),
    rows: (sql: string) =>
      database.query((session) => session.query<Record<string, unknown>>(defineStatement(sql.slice(0, 60), sql))),
    empty: () => run("truncate graphile_worker._private_jobs, dead_jobs, job_progress"),
    async remove() {
      await database.close();
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
