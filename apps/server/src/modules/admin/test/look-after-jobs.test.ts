import { afterAll, beforeAll, beforeEach, expect, test } from "bun:test";
import { admin } from "@althing/contract";
import { type Harbour, openHarbour, refusal, startServer, type TestServer } from "@althing/testkit";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
  await server.settled();
});
afterAll(() => server.dispose());
beforeEach(async () => {
  await harbour.ana.admin.discardDeadJobs();
});

/** A letter that a version of the program wanted to send which knew other fields: it can never be carried out. */
async function letJobDie(): Promise<void> {
  const payload = { accountId: harbour.ben.id, email: "ben@example.org", text: "Between us" };
  await server.database.pool.query(
    "select graphile_worker.add_job('workspaces.send_invitation', $1::json, max_attempts => 1)",
    [JSON.stringify({ payload, ids: { requestId: "r1" } })],
  );
  await server.settled();
}

test("a job that died is shown with its error, its ids and nothing that it was told", async () => {
  const { ana, ben } = harbour;
  await letJobDie();
  const [dead, ...others] = await ana.admin.listDeadJobs();
  expect(others).toEqual([]);
  expect(dead).toMatchObject({
    name: "workspaces.send_invitation",
    error: "JobFailed: The payload does not fit its schema",
    attempts: 1,
    requestId: "r1",
    subject: { ids: { accountId: ben.id }, bytes: expect.any(Number) },
  });
  expect(JSON.stringify(dead)).not.toContain("example.org");
  expect(JSON.stringify(dead)).not.toContain("Between us");
  expect(await ana.admin.getJobs()).toMatchObject({ deadCount: 1, runningCount: 0 });
});

test("it is retried once, dies again, and is discarded once", async () => {
  const { ana } = harbour;
  await letJobDie();
  const [dead] = await ana.admin.listDeadJobs();
  const jobId = dead?.id ?? "";
  const retried = await Promise.all(Array.from({ length: 5 }, () => refusal(ana.admin.retryDeadJob({ jobId }))));
  expect(retried.toSorted()).toEqual(["granted", ...Array.from({ length: 4 }, () => admin.JobNotFound.code)]);
  await server.settled();
  const [again, ...others] = await ana.admin.listDeadJobs();
  expect([again?.name, others]).toEqual(["workspaces.send_invitation", []]);
  await ana.admin.discardDeadJob({ jobId: again?.id ?? "" });
  expect(await refusal(ana.admin.discardDeadJob({ jobId: again?.id ?? "" }))).toBe(admin.JobNotFound.code);
  expect(await ana.admin.listDeadJobs()).toEqual([]);
});

test("all are retried or discarded at once, and pages lead through them", async () => {
  const { ana } = harbour;
  for (let count = 0; count < 3; count++) await letJobDie();
  expect(await ana.admin.retryDeadJobs()).toEqual({ count: 3 });
  await server.settled();
  const first = await ana.page(admin.listDeadJobs, { limit: 2 });
  const second = await ana.page(admin.listDeadJobs, { limit: 2, cursor: first.next ?? undefined });
  const ids = [...first.items, ...second.items].map(({ id }) => id);
  expect([new Set(ids).size, second.next]).toEqual([3, null]);
  expect(await ana.admin.discardDeadJobs()).toEqual({ count: 3 });
  expect(await ana.admin.getJobs()).toMatchObject({ deadCount: 0 });
});

test("what waits and what comes again is told with its time", async () => {
  const { ana } = harbour;
  const soon = new Date(Date.now() + 3_600_000);
  await server.database.pool.query(
    `select graphile_worker.add_job('accounts.clean_up', '{"payload": {}, "ids": {}}'::json, run_at => $1)`,
    [soon],
  );
  const { waiting, laterCount, schedules } = await ana.admin.getJobs();
  expect(waiting.find(({ runAt }) => runAt === soon.toISOString())).toMatchObject({
    name: "accounts.clean_up",
    attempts: 0,
    error: null,
    subject: { ids: {}, bytes: 2 },
  });
  expect(laterCount).toBeGreaterThan(0);
  const tidy = schedules.find(({ name }) => name === "kernel.tidy");
  expect(tidy?.cron).toBe("17 * * * *");
  expect(new Date(tidy?.nextAt ?? 0).getUTCMinutes()).toBe(17);
});

test("who owns a workspace and not the installation sees nothing of it", async () => {
  const { ben, eve } = harbour;
  for (const who of [ben, eve]) expect(await refusal(who.admin.getJobs())).toBe("owner_only");
});
