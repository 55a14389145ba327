import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

test("Ana makes Ben an admin, who may then do what admins may, at once", async () => {
  const { ana, ben, cem, workspaceId } = harbour;
  expect(await refusal(ben.workspaces.updateWorkspace({ workspaceId, name: "Harbour" }))).toBe("forbidden");
  await harbour.converging([ana, ben, cem], () =>
    ana.workspaces.setMemberRoles({ workspaceId, accountId: ben.id, roles: ["admin"] }),
  );
  expect(await refusal(ben.workspaces.updateWorkspace({ workspaceId, name: "Harbour" }))).toBe("granted");
  await ana.workspaces.setMemberRoles({ workspaceId, accountId: ben.id, roles: ["member"] });
  expect(await refusal(ben.workspaces.updateWorkspace({ workspaceId, name: "Harbour" }))).toBe("forbidden");
});

test("an admin neither becomes an owner nor makes or unmakes one", async () => {
  const { ana, cem, workspaceId, arrive } = harbour;
  const ada = await arrive("Ada", "admin");
  const give = (accountId: typeof ada.id, roles: string[]) =>
    refusal(ada.workspaces.setMemberRoles({ workspaceId, accountId, roles }));
  expect(await give(ada.id, ["owner"])).toBe("role_too_high");
  expect(await give(cem.id, ["owner"])).toBe("role_too_high");
  expect(await give(ana.id, ["member"])).toBe("role_too_high");
  expect(await give(cem.id, ["admin"])).toBe("granted");
  expect(await give(cem.id, ["member"])).toBe("granted");
});

test("who may manage roles gives only what they hold themselves", async () => {
  const { ana, ben, cem, workspaceId, arrive } = harbour;
  await ana.workspaces.createRole({ workspaceId, name: "clerk", title: "Clerk", permissions: ["role.manage"] });
  await ana.workspaces.createRole({ workspaceId, name: "guard", title: "Guard", permissions: ["member.remove"] });
  const kim = await arrive("Kim");
  await ana.workspaces.setMemberRoles({ workspaceId, accountId: kim.id, roles: ["member", "clerk"] });
  const give = (accountId: typeof kim.id, roles: string[]) =>
    refusal(kim.workspaces.setMemberRoles({ workspaceId, accountId, roles }));
  expect(await give(kim.id, ["member", "clerk", "guard"])).toBe("role_too_high");
  expect(await give(cem.id, ["admin"])).toBe("role_too_high");
  expect(await give(cem.id, ["member", "clerk"])).toBe("granted");
  const made = kim.workspaces.createRole({
    workspaceId,
    name: "boss",
    title: "Boss",
    permissions: ["workspace.update"],
  });
  expect(await refusal(made)).toBe("role_too_high");
  const widened = kim.workspaces.updateRole({ workspaceId, name: "clerk", permissions: ["member.remove"] });
  expect(await refusal(widened)).toBe("role_too_high");
  expect(await refusal(ben.workspaces.setMemberRoles({ workspaceId, accountId: ben.id, roles: ["admin"] }))).toBe(
    "forbidden",
  );
});

test("a workspace keeps an owner, also when two owners step down at once", async () => {
  const { ana, ben, workspaceId } = harbour;
  const step = (person: typeof ana) =>
    refusal(person.workspaces.setMemberRoles({ workspaceId, accountId: person.id, roles: ["member"] }));
  expect(await step(ana)).toBe("last_owner");
  await ana.workspaces.setMemberRoles({ workspaceId, accountId: ben.id, roles: ["owner"] });
  const answers = await Promise.all([step(ana), step(ben)]);
  expect(answers.toSorted()).toEqual(["granted", "last_owner"]);
  const members = await ben.workspaces.listMembers({ workspaceId });
  expect(members.filter(({ roles }) => roles.includes("owner"))).toHaveLength(1);
});

test("the same roles again tell nobody, and roles that are not there cannot be given", async () => {
  const { ana, ben, cem, workspaceId } = harbour;
  const owner = (await ana.workspaces.getWorkspace({ workspaceId })).roles.includes("owner") ? ana : ben;
  const before = (await owner.workspaces.getWorkspace({ workspaceId })).head;
  const { roles } = (await owner.workspaces.listMembers({ workspaceId })).find(({ id }) => id === cem.id) ?? {
    roles: [],
  };
  await owner.workspaces.setMemberRoles({ workspaceId, accountId: cem.id, roles });
  expect((await owner.workspaces.getWorkspace({ workspaceId })).head).toBe(before);
  const unknown = owner.workspaces.setMemberRoles({ workspaceId, accountId: cem.id, roles: ["captain"] });
  expect(await refusal(unknown)).toBe("role_not_found");
});
