import { workspaces } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { revokeInvitations } from "../store/invitations.ts";

export const revokeInvitation: WriteAction<typeof workspaces.revokeInvitation> = async (tx, { input }) => {
  const revoked = await revokeInvitations(tx, input.workspaceId, { id: input.invitationId });
  return revoked === 0 ? fail(workspaces.InvitationNotFound) : null;
};
