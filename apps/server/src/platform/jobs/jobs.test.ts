import { afterAll, beforeAll, beforeEach, expect, test } from "bun:test";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { type EmbeddedDatabase, startEmbedded } from "../database/embedded/start-embedded.ts";
import { Database, migrateUp } from "../database/index.ts";
import { createJobMetrics, createLog, createMetrics, logContext, withLogContext } from "../telemetry/index.ts";
import { Attempts, retrySeconds } from "./attempts.ts";
import {
  type BoundJob,
  bindJob,
  createJobs,
  defineJob,
  defineSchedule,
  insertJob,
  JobFailed,
  type JobWhen,
  jobMigrations,
  migrateJobs,
  type Schedule,
} from "./index.ts";
import { Supervisor, type SupervisorOptions } from "./supervisor.ts";

const folder = mkdtempSync(join(tmpdir(), "althing-jobs-"));
chmodSync(folder, 0o711);
const lines: string[] = [];
const log = createLog({ level: "info", destination: { write: (line) => void lines.push(line) } });
const greet = defineJob("greet", { payload: z.object({ name: z.string() }), maxAttempts: 3 });
let embedded: EmbeddedDatabase;
let database: Database;
let heard: string[];

beforeAll(async () => {
  embedded = await startEmbedded({ dataDir: folder, log: () => undefined });
  database = new Database({ connection: embedded.connection, poolSize: 8, log });
  await migrateUp(database, jobMigrations);
  await migrateJobs(database);
});
afterAll(async () => {
  await database.close();
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  heard = [];
  await run("truncate graphile_worker._private_jobs, dead_jobs, job_progress, job_workers");
});

const hear = bindJob(greet, async ({ name }) => void heard.push(name));
const failing = (error: Error) =>
  bindJob(greet, async ({ name }, { attempt }) => {
    heard.push(`${name} ${attempt}`);
    throw error;
  });
const parts = () => ({ database, log, metrics: createJobMetrics(createMetrics()) });
const jobsOf = (bound: BoundJob, schedules: Schedule[] = []) =>
  createJobs({ ...parts(), bindings: [bound], schedules, concurrency: 2 });
const supervisorOf = (startWorker: SupervisorOptions["startWorker"]) =>
  new Supervisor({ ...parts(), attempts: new Attempts(parts()), names: ["greet"], concurrency: 1, startWorker });
const run = (sql: string) => database.query((session) => session.run(sql));
const add = (name: string, when?: JobWhen) => database.write((session) => insertJob(session, greet, { name }, when));
const rows = (sql: string) =>
  database.query((session) => session.query<Record<string, unknown>>({ name: sql.slice(0, 60), text: sql }));
const bringForward = () => run("update graphile_worker._private_jobs set run_at = now() where locked_at is null");

test("a job vanishes with the transaction that added it", async () => {
  const undone = database.write(async (session) => {
    await insertJob(session, greet, { name: "Ana" });
    throw new Error("changed my mind");
  });
  await expect(undone).rejects.toThrow("changed my mind");
  expect(await jobsOf(hear).drain()).toBe(0);
});

test("a job runs after the commit, once, with the ids of the request", async () => {
  const ids: unknown[] = [];
  const jobs = jobsOf(bindJob(greet, async () => void ids.push(logContext())));
  const jobId = await withLogContext({ requestId: "r1", traceId: "t1" }, () => add("Ana"));
  expect(await jobs.state()).toMatchObject({ dueCount: 1, lockedCount: 0, deadCount: 0 });
  expect(await jobs.drain()).toBe(1);
  expect(await jobs.drain()).toBe(0);
  expect(ids).toEqual([{ requestId: "r1", traceId: "t1", jobId }]);
});

test("a payload that does not fit is refused when it is added", async () => {
  const wrong = database.write((session) => insertJob(session, greet, { name: 5 as never }));
  await expect(wrong).rejects.toThrow();
});

test("a key replaces a job that has not begun; a later time is waited for", async () => {
  const tomorrow = new Date(Date.now() + 86_400_000);
  await add("Ana", { key: "hello" });
  await add("Ben", { key: "hello" });
  await add("Cem", { runAt: tomorrow });
  const jobs = jobsOf(hear);
  expect(await jobs.drain()).toBe(1);
  expect(heard).toEqual(["Ben"]);
  expect(await jobs.state()).toMatchObject({ dueCount: 0, laterCount: 1 });
});

test("a failing job is tried again later, then lies with the dead letters, and can be replayed", async () => {
  const jobs = jobsOf(failing(new Error("password=hunter2 was refused by smtp://ana:pw@mail")));
  const jobId = await withLogContext({ requestId: "r1" }, () => add("Ana"));
  for (let attempt = 1; attempt <= 3; attempt++) {
    expect(await jobs.drain()).toBe(1);
    expect(await jobs.drain()).toBe(0);
    await bringForward();
  }
  const [dead, ...others] = await jobs.deadLetters();
  expect(others).toEqual([]);
  expect(dead).toMatchObject({ id: jobId, name: "greet", payload: { name: "Ana" }, attempts: 3, requestId: "r1" });
  expect(dead?.error).toBe("Error: password=[redacted] was refused by smtp://[redacted]@mail");
  expect(dead?.diedAt).toBeInstanceOf(Date);
  expect(await jobs.state()).toMatchObject({ dueCount: 0, laterCount: 0, lockedCount: 0, deadCount: 1 });

  expect(await jobs.retryDead(jobId)).toBe(true);
  expect(await jobs.retryDead(jobId)).toBe(false);
  heard = [];
  expect(await jobsOf(hear).drain()).toBe(1);
  expect(heard).toEqual(["Ana"]);
  expect(await jobs.deadLetters()).toEqual([]);
});

test("waits grow threefold to six hours, with chance in half of them", () => {
  expect([1, 2, 3].map((attempt) => retrySeconds(attempt, 1))).toEqual([3, 9, 27]);
  expect(retrySeconds(3, 0)).toBe(13.5);
  expect(retrySeconds(30, 1)).toBe(6 * 60 * 60);
});

test("a permanent failure is not tried again and can be discarded", async () => {
  const jobs = jobsOf(failing(new JobFailed("there is no such mailbox", { permanent: true })));
  const jobId = await add("Ana");
  expect(await jobs.drain()).toBe(1);
  expect(await jobs.deadLetters()).toMatchObject([{ id: jobId, attempts: 1 }]);
  expect(await jobs.discardDead(jobId)).toBe(true);
  expect(await jobs.deadLetters()).toEqual([]);
});

test("a job learns that its time is over", async () => {
  const slow = defineJob("slow", { payload: z.object({}), maxAttempts: 1, timeoutSeconds: 0.05 });
  const jobs = jobsOf(
    bindJob(slow, async (_, { signal }) => {
      await once(signal, "abort");
      signal.throwIfAborted();
    }),
  );
  await database.write((session) => insertJob(session, slow, {}));
  await jobs.drain();
  expect(await jobs.deadLetters()).toMatchObject([{ error: "Error: The job took longer than 0.05 s" }]);
});

test("progress is told while the job runs and can be read after", async () => {
  const jobs = jobsOf(
    bindJob(greet, async (_, { progress }) => {
      await progress(0.5, "half");
      await progress(7);
    }),
  );
  const jobId = await add("Ana");
  expect(await jobs.progressOf(jobId)).toBeUndefined();
  await jobs.drain();
  expect(await jobs.progressOf(jobId)).toMatchObject({ jobId, name: "greet", fraction: 1, note: null });
});

test("the job of a worker that died runs again, once; that of a living one is left alone", async () => {
  await add("Ana");
  await add("Ben");
  await run(`update graphile_worker._private_jobs set attempts = 1, locked_at = now() - interval '1 minute',
    locked_by = case payload->'payload'->>'name' when 'Ana' then 'dead' else 'living' end`);
  await run(
    "insert into job_workers values ('dead', now() - interval '1 minute'), ('living', now() + interval '1 hour')",
  );
  const supervisor = supervisorOf(() => Promise.reject(new Error("not in this test")));
  const jobs = jobsOf(bindJob(greet, async ({ name }, { attempt }) => void heard.push(`${name} ${attempt}`)));
  expect(await jobs.drain()).toBe(0);
  const tidied = await Promise.all([supervisor.tidy(0), supervisor.tidy(0)]);
  expect(tidied.map(({ freedCount }) => freedCount).sort()).toEqual([0, 1]);
  expect(await jobs.drain()).toBe(1);
  expect(await jobs.drain()).toBe(0);
  expect(heard).toEqual(["Ana 2"]);
});

test("a job that kills its worker each time ends with the dead letters", async () => {
  const jobId = await add("Ana");
  await run("update graphile_worker._private_jobs set attempts = 3, locked_at = null");
  const jobs = jobsOf(hear);
  expect(await jobs.drain()).toBe(0);
  expect(await jobs.deadLetters()).toMatchObject([{ id: jobId, error: "The server that ran it ended", attempts: 3 }]);
});

test("a started worker takes jobs at once, knows its schedules and survives the loss of every connection", async () => {
  const waiting = new Map<string, () => void>();
  const hears = (name: string) => new Promise<void>((resolve) => waiting.set(name, resolve));
  const jobs = jobsOf(
    bindJob(greet, async ({ name }) => waiting.get(name)?.()),
    [defineSchedule("greet-daily", "0 4 * * *", greet, { name: "all" })],
  );
  await jobs.start();
  const first = hears("Ana");
  await add("Ana");
  await first;
  await until(async () => (await rows("select identifier from graphile_worker._private_known_crontabs")).length > 0);
  for (const name of ["Ben", "Cem"]) {
    await run(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()",
    );
    const next = hears(name);
    await add(name);
    await next;
  }
  await jobs.stop();
  expect(await rows("select id from job_workers")).toEqual([]);
  expect(await jobs.state()).toMatchObject({ dueCount: 0, lockedCount: 0, runningCount: 0 });
}, 30_000);

test("a worker that ends or takes no jobs is replaced", async () => {
  const starts: (() => void)[] = [];
  const started = (count: number) => new Promise<void>((resolve) => (starts[count] = resolve));
  let startCount = 0;
  let crash: (error: Error) => void = () => undefined;
  const supervisor = supervisorOf(async () => {
    starts[++startCount]?.();
    const ended = new Promise<void>((_, reject) => (crash = reject));
    return { id: `worker ${startCount}`, ended, stop: async () => undefined };
  });
  const [first, second, third] = [started(1), started(2), started(3)];
  await add("Ana", { runAt: new Date(Date.now() - 60_000) });
  await supervisor.start();
  await first;
  crash(new Error("gone"));
  await second;
  for (let pulse = 1; pulse <= 3; pulse++) await supervisor.pulse();
  await third;
  await supervisor.stop();
  expect(startCount).toBe(3);
});

test("stopping lets a running job finish and takes no other", async () => {
  const begun = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const jobs = createJobs({
    ...parts(),
    bindings: [
      bindJob(greet, async ({ name }) => {
        begun.resolve();
        await finish.promise;
        heard.push(name);
      }),
    ],
    schedules: [],
    concurrency: 1,
  });
  await add("Ana");
  await jobs.start();
  await begun.promise;
  const stopped = jobs.stop();
  await add("Ben");
  finish.resolve();
  await stopped;
  expect(heard).toEqual(["Ana"]);
  expect(await jobs.state()).toMatchObject({ dueCount: 1, lockedCount: 0 });
});

test("an interrupted job goes back as if it had not been tried", async () => {
  const attempts = new Attempts(parts());
  const begun = Promise.withResolvers<void>();
  const bound = bindJob(greet, async (_, { signal }) => {
    begun.resolve();
    await once(signal, "abort");
    throw new Error("cut short");
  });
  await add("Ana");
  await run("update graphile_worker._private_jobs set attempts = 1, locked_by = 'us', locked_at = now()");
  const [job] = await rows("select * from graphile_worker._private_jobs");
  const ended = attempts.tasks([bound]).greet?.(job?.payload, { job } as never);
  await begun.promise;
  attempts.interrupt("The server stops");
  await expect(ended).rejects.toThrow("cut short");
  expect(await rows("select attempts, locked_by from graphile_worker._private_jobs")).toEqual([
    { attempts: 0, locked_by: null },
  ]);
});

test("no payload is in the log", () => {
  expect(lines.join("")).not.toContain("hunter2");
  expect(lines.join("")).not.toMatch(/"payload"/);
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(setImmediate);
}
