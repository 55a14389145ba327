import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("Ana renames the workspace, and everyone in it sees the new name", async () => {
  const { ana, ben, gus, workspaceId } = harbour;
  const renamed = await harbour.converging([ana, ben, gus], () =>
    ana.workspaces.updateWorkspace({ workspaceId, name: "Old Harbour", slug: "old-harbour" }),
  );
  expect(renamed).toMatchObject({ name: "Old Harbour", slug: "old-harbour", version: 2 });
  expect(renamed).toEqual(await ana.workspaces.getWorkspace({ workspaceId }));
  expect((await ben.workspaces.getWorkspace({ workspaceId })).name).toBe("Old Harbour");
});

test("the same again makes no new version, and another's address is taken", async () => {
  const { ana, workspaceId } = harbour;
  const { version } = await ana.workspaces.getWorkspace({ workspaceId });
  expect((await ana.workspaces.updateWorkspace({ workspaceId, name: "Old Harbour" })).version).toBe(version);
  expect(await refusal(ana.workspaces.updateWorkspace({ workspaceId, slug: "elsewhere" }))).toBe(
    "workspace_slug_taken",
  );
});

test("a member may not, and for Eve there is nothing to rename", async () => {
  const { ben, eve, workspaceId } = harbour;
  expect(await refusal(ben.workspaces.updateWorkspace({ workspaceId, name: "Ben's" }))).toBe("forbidden");
  expect(await refusal(eve.workspaces.updateWorkspace({ workspaceId, name: "Eve's" }))).toBe("workspace_not_found");
});
