import { workspaces } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { viewRole } from "../policy.ts";
import { insertRole } from "../store/roles.ts";
import { announceRoles, lockRoles, requireGivable } from "./write-role.ts";

export const createRole: WriteAction<typeof workspaces.createRole> = async (tx, { actor, input }) => {
  const { workspaceId, name, title } = input;
  const { mine, known } = await lockRoles(tx, actor, workspaceId);
  if (known.has(name)) fail(workspaces.RoleTaken);
  requireGivable(mine, input);
  const role = { workspace_id: workspaceId, name, title, permissions: [...new Set(input.permissions)] };
  await insertRole(tx, role);
  await announceRoles(tx, workspaceId);
  return viewRole(role);
};
