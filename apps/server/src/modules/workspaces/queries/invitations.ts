import { accounts, type workspaces } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { hashToken } from "../invitation-tokens.ts";
import { findOpenInvitation, listOpenInvitations } from "../store/invitations.ts";
import { countMembers } from "../store/members.ts";
import { findWorkspace } from "../store/workspaces.ts";
import { viewInvitation } from "../views.ts";

export const listInvitations: ReadAction<typeof workspaces.listInvitations> = async (tx, call) =>
  (await listOpenInvitations(tx, accessOf(call).workspaceId)).map(viewInvitation);

export const previewInvitation: ReadAction<typeof workspaces.previewInvitation> = async (tx, { input }) => {
  const found = await findOpenInvitation(tx, hashToken(input.token));
  const workspace = found && (await findWorkspace(tx, found.workspace_id));
  if (!found || !workspace) return fail(accounts.InvitationInvalid);
  const inviter = (await listAccountRefs(tx, [found.created_by])).get(found.created_by);
  return {
    workspaceName: workspace.name,
    invitedBy: inviter?.name ?? "",
    memberCount: await countMembers(tx, workspace.id),
    expiresAt: found.expires_at.toISOString(),
  };
};
