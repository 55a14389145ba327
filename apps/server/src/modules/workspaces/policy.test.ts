import { expect, test } from "bun:test";
import { permissions } from "../../kernel/permission.ts";
import { builtIn, isGuest, mayGive, permissionsOf } from "./policy.ts";

const holder = (...roles: string[]) => ({ roles, permissions: permissionsOf(roles, []) });
const roleNamed = (name: string) => builtIn.get(name) ?? { name, permissions: [] };

test("an owner holds every permission there is", () => {
  expect(permissionsOf(["owner"], []).size).toBe(permissions.size);
});

test("roles add up, and one that is gone gives nothing", () => {
  const held = permissionsOf(["guest", "gone"], ["message.pin"]);
  expect(held.has("message.pin")).toBe(true);
  expect(held.has("role.manage")).toBe(false);
});

test("who holds any other role is no guest", () => {
  expect([isGuest(["guest"]), isGuest(["guest", "pilot"]), isGuest(["member"])]).toEqual([true, false, false]);
});

test("nobody gives more than they hold, and only owners make owners", () => {
  expect(mayGive(holder("admin"), roleNamed("member"))).toBe(true);
  expect(mayGive(holder("member"), roleNamed("admin"))).toBe(false);
  expect(mayGive({ roles: ["all"], permissions: new Set(permissions.keys()) }, roleNamed("owner"))).toBe(false);
  expect(mayGive(holder("owner"), roleNamed("owner"))).toBe(true);
});
