import { workspaces } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { permissions } from "../../../kernel/permission.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { builtIn, viewRole } from "../policy.ts";
import { listRoleRows } from "../store/roles.ts";

export const listRoles: ReadAction<typeof workspaces.listRoles> = async (tx, call) => [
  ...(await loadRoles(tx, accessOf(call).workspaceId)).values(),
];

/** All roles of a workspace by name, the built-in ones first. */
export async function loadRoles(tx: ReadTx, workspaceId: string): Promise<Map<string, workspaces.Role>> {
  const custom = await listRoleRows(tx, workspaceId);
  return new Map([...builtIn, ...custom.map((row) => [row.name, viewRole(row)] as const)]);
}

/** Requires that the workspace has all of these roles. */
export function requireRoles(roles: ReadonlyMap<string, workspaces.Role>, names: readonly string[]): workspaces.Role[] {
  return names.map((name) => roles.get(name) ?? fail(workspaces.RoleNotFound));
}

const everyPermission = [...permissions.values()].map(({ name, on, description, roles }) => ({
  name,
  on,
  description,
  roles: [...new Set(["owner", ...roles])],
}));

export const listPermissions: ReadAction<typeof workspaces.listPermissions> = async () => everyPermission;
