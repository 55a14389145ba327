import { workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { hashToken, invitationUrl, newToken } from "../invitation-tokens.ts";
import { invitationLetter } from "../jobs/send-invitation.ts";
import { membershipHooks } from "../membership-hooks.ts";
import { mayGive } from "../policy.ts";
import { loadRoles, requireRoles } from "../queries/roles.ts";
import { standingOf } from "../queries/standing.ts";
import { insertInvitation, insertInvitationToken } from "../store/invitations.ts";
import type { InvitationId } from "../tables.ts";
import { viewInvitation } from "../views.ts";

export const createInvitation: WriteAction<typeof workspaces.createInvitation> = async (tx, call) => {
  const { workspaceId, role, email = null, maxUses = null, expiresInSeconds } = call.input;
  const { id: accountId } = requireAccount(call.actor).account;
  const roomIds = [...new Set(call.input.roomIds)];
  const given = requireRoles(await loadRoles(tx, workspaceId), [role]);
  if (!given.every((one) => mayGive(standingOf(accessOf(call)), one))) fail(workspaces.RoleTooHigh);
  if (roomIds.length > 0) await membershipHooks.tell(tx, "checkRooms", { workspaceId, accountId, roomIds });
  const invitation = {
    id: tx.newId() as InvitationId,
    workspace_id: workspaceId,
    role,
    email,
    max_uses: email === null ? maxUses : 1,
    uses: 0,
    room_ids: roomIds,
    created_by: accountId,
    created_at: tx.now,
    expires_at: new Date(tx.now.getTime() + expiresInSeconds * 1_000),
    revoked_at: null,
  };
  const token = newToken();
  await insertInvitation(tx, invitation);
  await insertInvitationToken(tx, invitation.id, hashToken(token));
  if (email !== null) await tx.enqueue(invitationLetter, { invitationId: invitation.id });
  return { ...viewInvitation(invitation), token, url: invitationUrl(tx.knowledge.publicUrl, token) };
};
