import { workspaces } from "@althing/contract";
import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import { defineJob } from "../../../platform/jobs/index.ts";
import { type Content, listAccountRefs, post, writeLetter } from "../../accounts/index.ts";
import { hashToken, invitationUrl, newToken } from "../invitation-tokens.ts";
import { findInvitation, insertInvitationToken } from "../store/invitations.ts";
import { findWorkspace } from "../store/workspaces.ts";

export const invitationLetter = defineJob("workspaces.send_invitation", {
  payload: z.object({ invitationId: workspaces.InvitationId }),
});

export const sendInvitation = onJob(invitationLetter, async ({ mail, publicUrl, write }, { invitationId }) => {
  const letter = await write(system, async (tx) => {
    const invitation = await findInvitation(tx, invitationId);
    const workspace = invitation && (await findWorkspace(tx, invitation.workspace_id));
    if (!workspace || invitation.email === null) return undefined;
    const inviter = (await listAccountRefs(tx, [invitation.created_by])).get(invitation.created_by);
    const token = newToken();
    await insertInvitationToken(tx, invitation.id, hashToken(token));
    const content = invitationContent(inviter?.name ?? "Someone", workspace.name, invitationUrl(publicUrl, token));
    return writeLetter(invitation.email, content);
  });
  if (letter) await post(mail, letter);
});

const invitationContent = (inviter: string, workspace: string, url: string): Content => ({
  subject: `${inviter} invites you to ${workspace}`,
  lines: [`${inviter} invites you to the workspace ${workspace}.`, "The link works once, for one person."],
  link: { label: "Join the workspace", url },
});
