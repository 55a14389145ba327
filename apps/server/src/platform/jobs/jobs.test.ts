import { afterAll, beforeEach, expect, test } from "bun:test";
import { once } from "node:events";
import { z } from "zod";
import { logContext, withLogContext } from "../telemetry/index.ts";
import { retrySeconds } from "./attempts.ts";
import { bindJob, defineJob, insertJob, JobFailed } from "./index.ts";
import { createJobsFixture, greet } from "./jobs.fixture.ts";

const fixture = await createJobsFixture();
const { add, database, jobsOf, logLines, run } = fixture;
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
  const { heard, bound } = hearing();
  const jobs = jobsOf(bound);
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
  const { heard, bound } = hearing();
  expect(await jobsOf(bound).drain()).toBe(1);
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

test("no payload is in the log", () => {
  expect(logLines.join("")).not.toContain("hunter2");
  expect(logLines.join("")).not.toMatch(/"payload"/);
});
