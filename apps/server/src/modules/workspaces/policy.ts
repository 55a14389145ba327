// What roles hold, and who may give them.
import { builtInRoles, type workspaces } from "@althing/contract";
import { permissions } from "../../kernel/permission.ts";
import type { RoleRow } from "./tables.ts";

const everything: readonly string[] = [...permissions.keys()];
const titles = { owner: "Owner", admin: "Admin", member: "Member", guest: "Guest" } as const;

/** The roles that every workspace has. An owner holds every permission, those of later versions too. */
export const builtIn: ReadonlyMap<string, workspaces.Role> = new Map(
  builtInRoles.map((name) => {
    const held = [...permissions.values()].filter(({ roles }) => roles.includes(name)).map((one) => one.name);
    return [name, { name, title: titles[name], permissions: name === "owner" ? [...everything] : held, builtIn: true }];
  }),
);

export const viewRole = ({ name, title, permissions: held }: RoleRow): workspaces.Role => ({
  name,
  title,
  permissions: held,
  builtIn: false,
});

export const isOwner = (roles: readonly string[]): boolean => roles.includes("owner");

/** A guest is who has no other role. */
export const isGuest = (roles: readonly string[]): boolean => roles.every((role) => role === "guest");

/** What roles hold together; `custom` is what the workspace's own among them hold. */
export function permissionsOf(roles: readonly string[], custom: readonly string[]): ReadonlySet<string> {
  return new Set([...roles.flatMap((role) => builtIn.get(role)?.permissions ?? []), ...custom]);
}

/** Whether someone may give or take a role: never one that holds more than they do; an owner's only among owners. */
export function mayGive(
  giver: { readonly roles: readonly string[]; readonly permissions: ReadonlySet<string> },
  role: Pick<workspaces.Role, "name" | "permissions">,
): boolean {
  if (isOwner(giver.roles)) return true;
  return role.name !== "owner" && role.permissions.every((name) => giver.permissions.has(name));
}
