import { afterAll, beforeEach, expect, test } from "bun:test";
import { once } from "node:events";
import { z } from "zod";
import { logContext, withLogContext } from "../telemetry/index.ts";
import { retrySeconds } from "./attempts.ts";
import { bindJob, createJobsDesk, defineJob, defineSchedule, insertJob, JobFailed } from "./index.ts";
import { createJobsFixture, greet } from "./jobs.fixture.ts";

const fixture = await createJobsFixture();
const { add, database, desk, jobsOf, logLines, run } = fixture;
afterAll(fixture.remove);
beforeEach(fixture.empty);

const hearing = () => {
  const heard: string[] = [];
  return { heard, bound: bindJob(greet, async ({ name }) => void heard.push(name)) };
};
const failing = (error: Error) => bindJob(greet, () => Promise.reject(error));
const bringForward = () => run("update graphile_worker._private_jobs set run_at = now() where locked_at is null");

test("a job vanishes with the transaction that added it", async () => {
  const undone = database.write(async (session) => {
    await insertJob(session, greet, { name: "Ana" });
    throw new Error("changed my mind");
  });
  await expect(undone).rejects.toThrow("changed my mind");
  expect(await jobsOf(hearing().bound).drain()).toBe(0);
});

test("a job runs after the commit, once, with the ids of the request", async () => {
  const ids: unknown[] = [];
  const jobs = jobsOf(bindJob(greet, async () => void ids.push(logContext())));
  const jobId = await withLogContext({ requestId: "r1", traceId: "t1" }, () => add("Ana"));
  expect(await desk.counts()).toMatchObject({ dueCount: 1, lockedCount: 0, deadCount: 0 });
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
  const { heard, bound } = hearing();
  const jobs = jobsOf(bound);
  expect(await jobs.drain()).toBe(1);
  expect(heard).toEqual(["Ben"]);
  expect(await desk.counts()).toMatchObject({ dueCount: 0, laterCount: 1 });
});

test("a failing job is tried again later, then lies with the dead letters, and can be replayed", async () => {
  const jobs = jobsOf(failing(new Error("password=hunter2 was refused by smtp://ana:pw@mail")));
  const jobId = await withLogContext({ requestId: "r1" }, () => add("Ana"));
  for (let attempt = 1; attempt <= 3; attempt++) {
    expect(await jobs.drain()).toBe(1);
    expect(await jobs.drain()).toBe(0);
    await bringForward();
  }
  const [dead, ...others] = await desk.listDead(10);
  expect(others).toEqual([]);
  expect(dead).toMatchObject({ id: jobId, name: "greet", payload: { name: "Ana" }, attempts: 3, requestId: "r1" });
  expect(dead?.error).toBe("Error: password=[redacted] was refused by smtp://[redacted]@mail");
  expect(dead?.diedAt).toBeInstanceOf(Date);
  expect(await desk.counts()).toMatchObject({ dueCount: 0, laterCount: 0, lockedCount: 0, deadCount: 1 });

  expect(await desk.retryDead(jobId)).toBe(1);
  expect(await desk.retryDead(jobId)).toBe(0);
  const { heard, bound } = hearing();
  expect(await jobsOf(bound).drain()).toBe(1);
  expect(heard).toEqual(["Ana"]);
  expect(await desk.listDead(10)).toEqual([]);
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
  expect(await desk.listDead(10)).toMatchObject([{ id: jobId, attempts: 1 }]);
  expect(await desk.discardDead(jobId)).toBe(1);
  expect(await desk.listDead(10)).toEqual([]);
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
  expect(await desk.listDead(10)).toMatchObject([{ error: "Error: The job took longer than 0.05 s" }]);
});

test("progress is told while the job runs and can be read after", async () => {
  const jobs = jobsOf(
    bindJob(greet, async (_, { progress }) => {
      await progress(0.5, "half");
      await progress(7);
    }),
  );
  const jobId = await add("Ana");
  expect(await desk.progressOf(jobId)).toBeUndefined();
  await jobs.drain();
  expect(await desk.progressOf(jobId)).toMatchObject({ jobId, name: "greet", fraction: 1, note: null });
});

test("a schedule says when it comes next", async () => {
  const daily = defineSchedule("greet.daily", "41 3 * * *", greet, { name: "Ana" });
  const yearly = defineSchedule("greet.yearly", "0 0 1 1 *", greet, { name: "Ben" });
  const now = new Date("2026-03-30T03:41:30Z");
  expect(await createJobsDesk(database, [daily, yearly]).listSchedules(now)).toEqual([
    { name: "greet.daily", cron: "41 3 * * *", lastAt: null, nextAt: new Date("2026-03-31T03:41:00Z") },
    { name: "greet.yearly", cron: "0 0 1 1 *", lastAt: null, nextAt: null },
  ]);
});

test("what waits is listed by when its turn is, what runs with how far it is", async () => {
  const begun = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const bound = bindJob(greet, async (_, { progress }) => {
    await progress(0.25, "halfway to half");
    begun.resolve();
    await finish.promise;
  });
  const runningId = await add("Ana");
  const laterId = await add("Cem", { runAt: new Date(Date.now() + 7_200_000) });
  const soonId = await add("Ben", { runAt: new Date(Date.now() + 3_600_000) });
  const drained = jobsOf(bound).drain();
  await begun.promise;
  expect((await desk.listWaiting(10)).map(({ id }) => id)).toEqual([soonId, laterId]);
  expect(await desk.listRunning(10)).toMatchObject([
    { id: runningId, name: "greet", attempts: 1, maxAttempts: 3, fraction: 0.25, note: "halfway to half" },
  ]);
  finish.resolve();
  await drained;
  expect(await desk.listRunning(10)).toEqual([]);
});

test("all dead jobs run again at once, and pages of them follow each other", async () => {
  const jobs = jobsOf(failing(new JobFailed("no", { permanent: true })));
  for (const name of ["Ana", "Ben", "Cem"]) await add(name);
  await jobs.drain();
  const [first, second] = await desk.listDead(2);
  const rest = await desk.listDead(2, second);
  expect([first, second, ...rest].map((job) => job?.payload)).toEqual(["Cem", "Ben", "Ana"].map((name) => ({ name })));
  expect(await desk.retryDead()).toBe(3);
  expect(await desk.counts()).toMatchObject({ dueCount: 3, deadCount: 0 });
  await jobs.drain();
  expect([await desk.discardDead(), await desk.discardDead()]).toEqual([3, 0]);
});

test("no payload is in the log", () => {
  expect(logLines.join("")).not.toContain("hunter2");
  expect(logLines.join("")).not.toMatch(/"payload"/);
});
