import { feedOf, workspaces } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { revokeInvitations } from "../store/invitations.ts";
import { takeRole } from "../store/members.ts";
import { deleteRoleRow } from "../store/roles.ts";
import { announceRoles, lockRoles, requireGivable, requireOwnRole } from "./write-role.ts";

export const deleteRole: WriteAction<typeof workspaces.deleteRole> = async (tx, { actor, input }) => {
  const { workspaceId, name } = input;
  const { mine, known } = await lockRoles(tx, actor, workspaceId);
  requireGivable(mine, requireOwnRole(known, name));
  await deleteRoleRow(tx, workspaceId, name);
  await revokeInvitations(tx, workspaceId, { role: name });
  for (const { account_id: accountId, roles } of await takeRole(tx, workspaceId, name)) {
    tx.emit(workspaces.MemberRolesChanged, feedOf.workspace(workspaceId), { accountId, roles });
  }
  await announceRoles(tx, workspaceId);
  return null;
};
