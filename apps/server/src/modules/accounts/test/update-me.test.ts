import { afterAll, beforeAll, expect, test } from "bun:test";
import { expectConverges, type Harbour, openHarbour, refusal, startServer, type TestServer } from "@althing/testkit";
import { ask } from "./harbour.ts";

let server: TestServer;
let harbour: Harbour;
beforeAll(async () => {
  server = await startServer();
  harbour = await openHarbour(server.url);
});
afterAll(() => server.dispose());

test("what Ana changes of herself, everyone in her workspaces sees, and Eve does not", async () => {
  const { ana, ben, eve, workspaceId } = harbour;
  const elsewhere = (await eve.accounts.getMe({})).workspaces[0]?.id ?? "";
  const views = [ana, ben].map((person) => ({ person, workspaceId }));
  const changed = await expectConverges(server, [...views, { person: eve, workspaceId: elsewhere }], () =>
    ana.accounts.updateMe({ title: "Harbour master", fields: [{ label: "Pier", value: "4" }] }),
  );
  expect(changed).toMatchObject({ name: "Ana", title: "Harbour master" });
  expect(await ben.accounts.getAccount({ accountId: ana.id })).toMatchObject({
    fields: [{ label: "Pier", value: "4" }],
  });
  expect(await refusal(eve.accounts.getAccount({ accountId: ana.id }))).toBe("account_not_found");
  expect((await server.eventsOf(`workspace:${elsewhere}`)).map(({ type }) => type)).not.toContain(
    "accounts.profile_changed",
  );
});

test("the answer names the heads that its own events have", async () => {
  const { ben } = harbour;
  const answer = await ben.accounts.updateMe({ pronouns: "he/him" });
  expect(answer).toEqual(await ben.accounts.getMe({}));
});

test("a change that changes nothing tells nobody", async () => {
  const { ben } = harbour;
  const before = await ben.accounts.updateMe({ title: "Pilot" });
  expect(await ben.accounts.updateMe({ title: "Pilot" })).toEqual(before);
});

test("a handle that someone has is taken, also for two who want it at once", async () => {
  const { ana, ben, cem } = harbour;
  expect(await refusal(ben.accounts.updateMe({ handle: "ana" }))).toBe("handle_taken");
  expect(await refusal(ben.accounts.updateMe({ handle: "room" }))).toBe("handle_taken");
  const both = await Promise.all([ana, cem].map((one) => refusal(one.accounts.updateMe({ handle: "captain" }))));
  expect(both.toSorted()).toEqual(["granted", "handle_taken"]);
});

test("who changes what they have not seen last is told so", async () => {
  const { cem } = harbour;
  const token = await cem.session.token();
  const patch = (title: string, ifMatch: string) =>
    ask(server, "/users/me", { title }, { token, method: "PATCH", headers: { "if-match": ifMatch } });
  const seen = (await ask(server, "/users/me", undefined, { token })).headers.get("etag") ?? "";
  expect((await patch("Mate", seen)).status).toBe(200);
  const { status, code } = await patch("Cook", seen);
  expect([status, code]).toEqual([412, "stale"]);
});

test("a name that changed is in the access token's account at once", async () => {
  const { ben } = harbour;
  await ben.accounts.updateMe({ name: "Benjamin" });
  const socket = await harbour.connect(ben);
  expect((await socket.frame("ready")).account.name).toBe("Benjamin");
  socket.close();
});
