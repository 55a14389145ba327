import { afterAll, beforeEach, expect, test } from "bun:test";
import { once } from "node:events";
import { Attempts } from "./attempts.ts";
import { bindJob, createJobs, defineSchedule } from "./index.ts";
import { createJobsFixture, greet } from "./jobs.fixture.ts";
import { Supervisor, type SupervisorOptions } from "./supervisor.ts";

const fixture = await createJobsFixture();
const { add, desk, jobsOf, parts, rows, run } = fixture;
afterAll(fixture.remove);
beforeEach(fixture.empty);

const supervisorOf = (startWorker: SupervisorOptions["startWorker"], attempts = new Attempts(parts())) =>
  new Supervisor({ ...parts(), attempts, names: ["greet"], concurrency: 1, startWorker });
const noWorker = () => Promise.reject(new Error("not in this test"));

test("the job of a worker that died runs again, once; that of a living one is left alone", async () => {
  await add("Ana");
  const living = await add("Ben");
  await run(
    "update graphile_worker._private_jobs set attempts = 1, locked_by = 'w', locked_at = now() - interval '1 hour'",
  );
  await run(`update graphile_worker._private_jobs set locked_at = now() + interval '1 minute' where id = ${living}`);
  const supervisor = supervisorOf(noWorker);
  const heard: string[] = [];
  const jobs = jobsOf(bindJob(greet, async ({ name }, { attempt }) => void heard.push(`${name} ${attempt}`)));
  expect(await jobs.drain()).toBe(0);
  const tidied = await Promise.all([supervisor.tidy(0), supervisor.tidy(0)]);
  expect(tidied.map(({ freedCount }) => freedCount).sort()).toEqual([0, 1]);
  expect(await jobs.drain()).toBe(1);
  expect(await jobs.drain()).toBe(0);
  expect(heard).toEqual(["Ana 2"]);
});

test("a running job keeps its lease, and learns when it is lost", async () => {
  const attempts = new Attempts(parts());
  const supervisor = supervisorOf(noWorker, attempts);
  const lockedAt = () =>
    rows("select locked_at from graphile_worker._private_jobs where locked_at > now() - interval '1 minute'");
  const ended = await runLocked(attempts, "locked_at = now() - interval '1 hour'");
  expect(await lockedAt()).toEqual([]);
  await supervisor.pulse();
  expect(await lockedAt()).toHaveLength(1);
  await run("update graphile_worker._private_jobs set locked_by = 'another'");
  await supervisor.pulse();
  await expect(ended()).rejects.toThrow("cut short");
  expect(await rows("select locked_by, attempts from graphile_worker._private_jobs")).toEqual([
    { locked_by: "another", attempts: 1 },
  ]);
  await supervisor.stop();
});

test("a job that kills its worker each time ends with the dead letters", async () => {
  const jobId = await add("Ana");
  await run("update graphile_worker._private_jobs set attempts = 3, locked_at = null");
  const jobs = jobsOf(bindJob(greet, async () => undefined));
  expect(await jobs.drain()).toBe(0);
  expect(await desk.listDead(10)).toMatchObject([{ id: jobId, error: "The server that ran it ended", attempts: 3 }]);
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
  expect(await desk.counts()).toMatchObject({ dueCount: 0, lockedCount: 0 });
  expect(jobs.runningCount).toBe(0);
}, 30_000);

test("a worker that ends or takes no jobs is replaced", async () => {
  const starts: (() => void)[] = [];
  const started = (count: number) => new Promise<void>((resolve) => (starts[count] = resolve));
  let startCount = 0;
  let crash: (error: Error) => void = () => undefined;
  const supervisor = supervisorOf(async () => {
    starts[++startCount]?.();
    const ended = new Promise<void>((_, reject) => (crash = reject));
    return { ended, stop: async () => undefined };
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
  const heard: string[] = [];
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
  expect(await desk.counts()).toMatchObject({ dueCount: 1, lockedCount: 0 });
});

test("an interrupted job goes back as if it had not been tried", async () => {
  const attempts = new Attempts(parts());
  const ended = await runLocked(attempts, "locked_at = now()");
  attempts.interrupt("The server stops");
  await expect(ended()).rejects.toThrow("cut short");
  expect(await rows("select attempts, locked_by from graphile_worker._private_jobs")).toEqual([
    { attempts: 0, locked_by: null },
  ]);
});

/** A job that runs until it is interrupted, as if a worker had taken it. */
async function runLocked(attempts: Attempts, locked: string): Promise<() => Promise<unknown>> {
  await add("Ana");
  await run(`update graphile_worker._private_jobs set attempts = 1, locked_by = 'us', ${locked}`);
  const [job] = await rows("select * from graphile_worker._private_jobs");
  const begun = Promise.withResolvers<void>();
  const bound = bindJob(greet, async (_, { signal }) => {
    begun.resolve();
    await once(signal, "abort");
    throw new Error("cut short");
  });
  const ended = Promise.resolve(attempts.tasks([bound]).greet?.(job?.payload, { job } as never));
  ended.catch(() => undefined);
  await begun.promise;
  return () => ended;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(setImmediate);
}
