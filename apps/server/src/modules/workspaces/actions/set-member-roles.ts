import { feedOf, workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { isOwner, mayGive } from "../policy.ts";
import { loadRoles, requireRoles } from "../queries/roles.ts";
import { hasOtherOwner, updateRolesOf } from "../store/members.ts";
import { lockStandings } from "./lock-standings.ts";

export const setMemberRoles: WriteAction<typeof workspaces.setMemberRoles> = async (tx, { actor, input }) => {
  const { workspaceId, accountId } = input;
  const roles = [...new Set(input.roles)];
  const { mine, theirs } = await lockStandings(tx, requireAccount(actor).account.id, input);
  const known = await loadRoles(tx, workspaceId);
  requireRoles(known, roles);
  const changed = [...roles, ...theirs.roles].filter((name) => !roles.includes(name) || !theirs.roles.includes(name));
  if (changed.length === 0) return { accountId, roles };
  if (!changed.every((name) => mayGive(mine, known.get(name) ?? { name, permissions: [] }))) {
    fail(workspaces.RoleTooHigh);
  }
  const stepsDown = isOwner(theirs.roles) && !isOwner(roles);
  if (stepsDown && !(await hasOtherOwner(tx, workspaceId, accountId))) fail(workspaces.LastOwner);
  await updateRolesOf(tx, input, roles);
  tx.emit(workspaces.MemberRolesChanged, feedOf.workspace(workspaceId), { accountId, roles });
  return { accountId, roles };
};
