import { afterAll, beforeAll, expect, test } from "bun:test";
import { feedOf } from "@althing/contract";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("a member who is removed is out at once: of the workspace, its people and its feed", async () => {
  const { ana, ben, workspaceId, arrive } = harbour;
  const dea = await arrive("Dea");
  const socket = await harbour.connect(dea, [{ feed: feedOf.workspace(workspaceId) }]);
  await harbour.converging([ana, ben], () => ana.workspaces.removeMember({ workspaceId, accountId: dea.id }));
  const { feed } = await socket.frame("revoked");
  expect(feed).toBe(feedOf.workspace(workspaceId));
  expect(await refusal(dea.workspaces.getWorkspace({ workspaceId }))).toBe("workspace_not_found");
  expect(await refusal(dea.accounts.getAccount({ accountId: ana.id }))).toBe("account_not_found");
  expect((await dea.accounts.getMe({})).workspaces).toEqual([]);
  expect(await refusal(ana.workspaces.removeMember({ workspaceId, accountId: dea.id }))).toBe("member_not_found");
  socket.close();
});

test("an admin removes members and no owner; a member removes nobody", async () => {
  const { ana, ben, cem, gus, workspaceId, arrive } = harbour;
  const ada = await arrive("Ada", "admin");
  expect(await refusal(ada.workspaces.removeMember({ workspaceId, accountId: ana.id }))).toBe("role_too_high");
  expect(await refusal(ben.workspaces.removeMember({ workspaceId, accountId: cem.id }))).toBe("forbidden");
  expect(await refusal(ada.workspaces.removeMember({ workspaceId, accountId: gus.id }))).toBe("granted");
});

test("who leaves is gone; the last owner cannot go", async () => {
  const { ana, ben, cem, workspaceId } = harbour;
  await harbour.converging([ana, ben], () => cem.workspaces.leaveWorkspace({ workspaceId }));
  expect(await refusal(cem.workspaces.leaveWorkspace({ workspaceId }))).toBe("workspace_not_found");
  expect(await refusal(ana.workspaces.leaveWorkspace({ workspaceId }))).toBe("last_owner");
  expect(await refusal(ana.workspaces.removeMember({ workspaceId, accountId: ana.id }))).toBe("last_owner");
});
