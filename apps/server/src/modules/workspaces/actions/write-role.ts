// What changing the workspace's own roles has in common: a lock, rights that are one's own to give, one event with all.
import { errors, feedOf, workspaces } from "@althing/contract";
import type { Actor } from "../../../kernel/actor.ts";
import { requireAccount } from "../../../kernel/actor.ts";
import { Failure, fail } from "../../../kernel/failure.ts";
import { permissions } from "../../../kernel/permission.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { mayGive } from "../policy.ts";
import { loadRoles, requireRoles } from "../queries/roles.ts";
import { findStanding, type Standing } from "../queries/standing.ts";
import { lockWorkspace } from "../store/workspaces.ts";

type Known = ReadonlyMap<string, workspaces.Role>;

/** The asker's place in the workspace and its roles, which nobody else changes until the commit. */
export async function lockRoles(
  tx: WriteTx,
  actor: Actor,
  workspaceId: string,
): Promise<{ mine: Standing; known: Known }> {
  await lockWorkspace(tx, workspaceId);
  const accountId = requireAccount(actor).account.id;
  const mine = (await findStanding(tx, { workspaceId, accountId })) ?? fail(workspaces.WorkspaceNotFound);
  return { mine, known: await loadRoles(tx, workspaceId) };
}

export function requireOwnRole(known: Known, name: string): workspaces.Role {
  const [role] = requireRoles(known, [name]);
  return role && !role.builtIn ? role : fail(workspaces.RoleBuiltIn);
}

/** Requires that there are such permissions and that the giver holds each. */
export function requireGivable(giver: Standing, role: Pick<workspaces.Role, "name" | "permissions">): void {
  const unknown = role.permissions.findIndex((name) => !permissions.has(name));
  if (unknown >= 0) {
    const problem = {
      pointer: `/permissions/${unknown}`,
      code: "invalid_value",
      message: "There is no such permission.",
    };
    throw new Failure(errors.ValidationFailed, null, [problem]);
  }
  if (!mayGive(giver, role)) fail(workspaces.RoleTooHigh);
}

export async function announceRoles(tx: WriteTx, workspaceId: string): Promise<void> {
  const roles = [...(await loadRoles(tx, workspaceId)).values()];
  tx.emit(workspaces.RolesChanged, feedOf.workspace(workspaceId), { roles });
}
