import { isDeepStrictEqual } from "node:util";
import type { workspaces } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { viewRole } from "../policy.ts";
import { updateRoleRow } from "../store/roles.ts";
import { announceRoles, lockRoles, requireGivable, requireOwnRole } from "./write-role.ts";

export const updateRole: WriteAction<typeof workspaces.updateRole> = async (tx, { actor, input }) => {
  const { workspaceId, name } = input;
  const { mine, known } = await lockRoles(tx, actor, workspaceId);
  const before = requireOwnRole(known, name);
  const { title = before.title, permissions = before.permissions } = input;
  const role = { workspace_id: workspaceId, name, title, permissions: [...new Set(permissions)] };
  const after = viewRole(role);
  if (isDeepStrictEqual(before, after)) return after;
  // Neither what it held nor what it will hold may be above one's own.
  requireGivable(mine, before);
  requireGivable(mine, after);
  await updateRoleRow(tx, role);
  await announceRoles(tx, workspaceId);
  return after;
};
