import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Harbour, refusal, startHarbour } from "./harbour.ts";

let harbour: Harbour;
beforeAll(async () => {
  harbour = await startHarbour();
});
afterAll(() => harbour.server.dispose());

const custom = async () => {
  const { ben, workspaceId } = harbour;
  return (await ben.workspaces.listRoles({ workspaceId })).filter(({ builtIn }) => !builtIn);
};

test("Ana makes a role, changes it and deletes it; who holds it feels each change at once", async () => {
  const { ana, ben, workspaceId } = harbour;
  const permissions = ["workspace.update"];
  const everyone = [ana, ben];
  const rename = () => refusal(ben.workspaces.updateWorkspace({ workspaceId, name: "Harbour" }));
  await harbour.converging(everyone, () =>
    ana.workspaces.createRole({ workspaceId, name: "mayor", title: "Mayor", permissions }),
  );
  expect(await custom()).toEqual([{ name: "mayor", title: "Mayor", permissions, builtIn: false }]);
  await ana.workspaces.setMemberRoles({ workspaceId, accountId: ben.id, roles: ["member", "mayor"] });
  expect(await rename()).toBe("granted");
  await harbour.converging(everyone, () =>
    ana.workspaces.updateRole({ workspaceId, name: "mayor", permissions: ["message.pin"] }),
  );
  expect(await rename()).toBe("forbidden");
  await ana.workspaces.updateRole({ workspaceId, name: "mayor", permissions });
  expect(await rename()).toBe("granted");
  await harbour.converging(everyone, () => ana.workspaces.deleteRole({ workspaceId, name: "mayor" }));
  expect(await rename()).toBe("forbidden");
  expect((await ben.workspaces.getWorkspace({ workspaceId })).roles).toEqual(["member"]);
});

test("who held nothing but a deleted role is left a guest", async () => {
  const { ana, cem, workspaceId } = harbour;
  await ana.workspaces.createRole({ workspaceId, name: "pilot", title: "Pilot", permissions: ["message.send"] });
  await ana.workspaces.setMemberRoles({ workspaceId, accountId: cem.id, roles: ["pilot"] });
  await ana.workspaces.deleteRole({ workspaceId, name: "pilot" });
  const members = await ana.workspaces.listMembers({ workspaceId });
  expect(members.find(({ id }) => id === cem.id)?.roles).toEqual(["guest"]);
});

test("built-in roles stay as they are, names are unique, permissions must exist", async () => {
  const { ana, workspaceId } = harbour;
  const make = (name: string, permissions: string[] = []) =>
    refusal(ana.workspaces.createRole({ workspaceId, name, title: "Any", permissions }));
  expect(await make("admin")).toBe("role_taken");
  expect(await make("cook")).toBe("granted");
  expect(await make("cook")).toBe("role_taken");
  expect(await make("wizard", ["message.pin", "magic.cast"])).toBe("validation_failed");
  expect(await refusal(ana.workspaces.updateRole({ workspaceId, name: "guest", permissions: [] }))).toBe(
    "role_built_in",
  );
  expect(await refusal(ana.workspaces.deleteRole({ workspaceId, name: "owner" }))).toBe("role_built_in");
  expect(await refusal(ana.workspaces.deleteRole({ workspaceId, name: "nobody" }))).toBe("role_not_found");
});

test("everyone may read what permissions there are", async () => {
  const all = await harbour.gus.workspaces.listPermissions({});
  expect(all.find(({ name }) => name === "role.manage")).toMatchObject({ on: "workspace", roles: ["owner", "admin"] });
  expect(all.every(({ roles, description }) => roles.includes("owner") && description !== "")).toBe(true);
});
