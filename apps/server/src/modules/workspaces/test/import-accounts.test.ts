import { afterAll, beforeAll, expect, test } from "bun:test";
import { createLive, openWorkspace } from "@althing/sdk";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("the names of an old chat become members who cannot sign in, each once", async () => {
  const { ana, ben, workspaceId } = harbour;
  const names = ["Ana", "Old Salt", "Old Salt", "海"];
  const ask = () => ana.workspaces.importAccounts({ workspaceId, source: "old chat", names });
  const first = await harbour.converging([ana, ben], ask);
  expect(first.map(({ externalName, handle, created }) => [externalName, handle, created])).toEqual([
    ["Ana", "ana2", true],
    ["Old Salt", "old-salt", true],
    ["海", "someone", true],
  ]);
  const again = await ask();
  expect(again.map(({ accountId, created }) => [accountId, created])).toEqual(
    first.map(({ accountId }) => [accountId, false]),
  );
  const members = await ana.workspaces.listMembers({ workspaceId });
  expect(members.filter(({ kind }) => kind === "imported")).toHaveLength(3);
});

test("two imports of the same names at once make the same accounts", async () => {
  const { ana, workspaceId } = harbour;
  const names = Array.from({ length: 20 }, (_, n) => `Sailor ${n}`);
  const ask = () => ana.workspaces.importAccounts({ workspaceId, source: "fleet", names });
  const [one, other] = await Promise.all([ask(), ask()]);
  expect(one.map(({ accountId }) => accountId).toSorted()).toEqual(other.map(({ accountId }) => accountId).toSorted());
  expect([...one, ...other].filter(({ created }) => created)).toHaveLength(20);
});

test("five hundred people of one name get handles of their own", async () => {
  const { ana, workspaceId } = harbour;
  const names = Array.from({ length: 500 }, (_, n) => `Twin${"!".repeat((n % 7) + 1)}${"?".repeat(Math.floor(n / 7))}`);
  const made = await ana.workspaces.importAccounts({
    workspaceId,
    source: "twins",
    names: names.map((n) => n.slice(0, 80)),
  });
  expect(new Set(made.map(({ handle }) => handle)).size).toBe(made.length);
});

test("who opens a workspace of many sees the first hundred of them at once, and everyone soon", async () => {
  const { ben, workspaceId } = harbour;
  const live = createLive({ client: ben });
  const workspace = await openWorkspace({ client: ben, live, workspaceId });
  const known = () => Object.keys(workspace.state.members[workspaceId] ?? {}).length;
  expect(known()).toBe(100);
  const { memberCount = 0 } = workspace.state.workspaces[workspaceId] ?? {};
  expect(memberCount).toBeGreaterThan(500);
  const isWhole = new Promise<void>((resolve) => workspace.subscribe(() => known() === memberCount && resolve()));
  live.start();
  await isWhole;
  await workspace.close();
  live.stop();
});

test("a member may not bring in history", async () => {
  const { ben, workspaceId } = harbour;
  const asked = ben.workspaces.importAccounts({ workspaceId, source: "mine", names: ["X"] });
  expect(await refusal(asked)).toBe("forbidden");
});
