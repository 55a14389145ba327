import { feedOf, workspaces } from "@althing/contract";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { membershipHooks } from "../membership-hooks.ts";
import { isOwner } from "../policy.ts";
import type { Standing } from "../queries/standing.ts";
import { revokeInvitations } from "../store/invitations.ts";
import { deleteMember, hasOtherOwner } from "../store/members.ts";

/** Takes a member out of the workspace and its rooms, with the invitations by which they could come back. */
export async function depart(tx: WriteTx, { workspaceId, accountId, roles }: Standing): Promise<void> {
  if (isOwner(roles) && !(await hasOtherOwner(tx, workspaceId, accountId))) fail(workspaces.LastOwner);
  await membershipHooks.tell(tx, "onDeparture", { workspaceId, accountId });
  await revokeInvitations(tx, workspaceId, { createdBy: accountId });
  await deleteMember(tx, { workspaceId, accountId });
  tx.emit(workspaces.MemberLeft, feedOf.workspace(workspaceId), { accountId });
  tx.emit(workspaces.WorkspaceExited, feedOf.account(accountId), { workspaceId });
}
