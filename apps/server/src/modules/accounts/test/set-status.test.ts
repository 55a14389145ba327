import { afterAll, beforeAll, expect, test } from "bun:test";
import { expectConverges, type Harbour, openHarbour, startServer, type TestServer } from "@althing/testkit";
import { clearExpired } from "../jobs/clear-expired.ts";
import { createClock } from "./harbour.ts";

const clock = createClock();
let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer({ clock: clock.now });
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

const context = { jobId: "1", attempt: 1, signal: new AbortController().signal, progress: async () => undefined };

test("Ana's status is seen by her workspace, and gone when she clears it", async () => {
  const { ana, ben, workspaceId } = harbour;
  const views = [ana, ben].map((person) => ({ person, workspaceId }));
  await expectConverges(server, views, () => ana.accounts.setStatus({ emoji: "🌊", text: "At sea" }));
  const seen = () => ben.accounts.getAccount({ accountId: ana.id });
  expect((await seen()).status).toEqual({ emoji: "🌊", text: "At sea", expiresAt: null });
  await expectConverges(server, views, () => ana.accounts.setStatus({}));
  expect((await seen()).status).toBeNull();
});

test("a status that is over is not shown, and its end is told", async () => {
  const { ana, ben } = harbour;
  const expiresAt = new Date(clock.now().getTime() + 600_000).toISOString();
  await ana.accounts.setStatus({ text: "Lunch", expiresAt });
  clock.forward(601);
  await ana.session.start(await ana.accounts.login({ email: ana.email, password: "correct horse battery" }));
  await ben.session.start(await ben.accounts.login({ email: ben.email, password: "correct horse battery" }));
  expect((await ben.accounts.getAccount({ accountId: ana.id })).status).toBeNull();
  const before = await ana.accounts.getMe({});
  await clearExpired.run(server.kernel.platform, { accountId: ana.id }, context);
  const after = await ana.accounts.getMe({});
  expect(after.head).toBeGreaterThan(before.head);
  await clearExpired.run(server.kernel.platform, { accountId: ana.id }, context);
  expect(await ana.accounts.getMe({})).toEqual(after);
});
