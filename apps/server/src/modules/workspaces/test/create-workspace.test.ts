import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("Ben makes a workspace of his own, owns it, and sees both", async () => {
  const { ana, ben } = harbour;
  const made = await harbour.converging([ana], () => ben.workspaces.createWorkspace({ name: "Shipyard" }));
  // Ben, and the assistant that comes with each workspace.
  expect(made).toMatchObject({ slug: "shipyard", name: "Shipyard", memberCount: 2, roles: ["owner"], version: 1 });
  expect(made.permissions).toContain("role.manage");
  const all = await ben.workspaces.listWorkspaces({});
  expect(all.map(({ name, roles }) => [name, roles[0]])).toEqual([
    ["Harbour", "member"],
    ["Shipyard", "owner"],
  ]);
  const me = await ben.accounts.getMe({});
  expect(me.workspaces.map(({ name }) => name)).toEqual(["Harbour", "Shipyard"]);
});

test("workspaces of one name get addresses of their own; a chosen address is taken or not", async () => {
  const { cem } = harbour;
  const all = await Promise.all([1, 2, 3].map(() => cem.workspaces.createWorkspace({ name: "Dry dock" })));
  expect(all.map(({ slug }) => slug).toSorted()).toEqual(["dry-dock", "dry-dock2", "dry-dock3"]);
  const chosen = cem.workspaces.createWorkspace({ name: "Mine", slug: "harbour" });
  expect(await refusal(chosen)).toBe("workspace_slug_taken");
});

test("no id of one workspace is of any use in another", async () => {
  const { ana, eve, ben, workspaceId, elsewhere } = harbour;
  expect(await refusal(eve.workspaces.getWorkspace({ workspaceId }))).toBe("workspace_not_found");
  expect(await refusal(eve.workspaces.listMembers({ workspaceId }))).toBe("workspace_not_found");
  expect(await refusal(eve.workspaces.listRoles({ workspaceId }))).toBe("workspace_not_found");
  expect(await refusal(eve.workspaces.createInvitation({ workspaceId }))).toBe("workspace_not_found");
  const { id: invitationId } = await ana.workspaces.createInvitation({ workspaceId });
  const revoked = eve.workspaces.revokeInvitation({ workspaceId: elsewhere as never, invitationId });
  expect(await refusal(revoked)).toBe("invitation_not_found");
  const removed = eve.workspaces.removeMember({ workspaceId: elsewhere as never, accountId: ben.id });
  expect(await refusal(removed)).toBe("member_not_found");
  await ana.workspaces.createRole({ workspaceId, name: "pilot", title: "Pilot", permissions: [] });
  const given = eve.workspaces.setMemberRoles({
    workspaceId: elsewhere as never,
    accountId: eve.id,
    roles: ["owner", "pilot"],
  });
  expect(await refusal(given)).toBe("role_not_found");
});
