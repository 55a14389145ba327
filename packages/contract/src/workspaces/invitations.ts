import { z } from "zod";
import { WorkspaceSummary } from "../accounts/account.ts";
import { Email, InvitationInvalid } from "../accounts/auth.ts";
import { defineError } from "../kit/error.ts";
import { AccountId, defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { InvitationCreate, InvitationManage, RoleName, RoleNotFound, RoleTooHigh, WorkspaceId } from "./roles.ts";

export const InvitationId = defineId("InvitationId");

export const InvitationNotFound = defineError("invitation_not_found", {
  status: 404,
  title: "There is no such invitation",
  message: "It may have been withdrawn.",
});
export const AlreadyMember = defineError("already_member", {
  status: 409,
  title: "You are a member already",
  message: "Open the workspace; the invitation was not used.",
  data: z.object({ slug: z.string() }),
});
export const InvitationRoomNotFound = defineError("invitation_room_not_found", {
  status: 404,
  title: "One of these rooms is not there",
  message: "Invite only to rooms of this workspace that you are in.",
});

export const Invitation = z
  .object({
    id: InvitationId,
    workspaceId: WorkspaceId,
    role: z.string(),
    email: z.string().nullable(),
    maxUses: z.int().nullable(),
    uses: z.int(),
    roomIds: z.array(z.uuid()),
    createdBy: AccountId,
    createdAt: Timestamp,
    expiresAt: Timestamp,
  })
  .meta({ id: "Invitation" });
export type Invitation = z.output<typeof Invitation>;

export const createInvitation = defineRoute("workspaces.create_invitation", {
  http: "POST /invitations",
  summary: "Invite people by link or mail",
  description: "The token is shown this once. With `email`, the link is also sent there and works for one person.",
  permission: InvitationCreate,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    role: RoleName.default("member"),
    email: Email.optional(),
    maxUses: z.int().min(1).max(10_000).optional(),
    expiresInSeconds: z
      .int()
      .min(60)
      .max(30 * 86_400)
      .default(7 * 86_400),
    roomIds: z.array(z.uuid().toLowerCase()).max(50).default([]),
  }),
  output: Invitation.extend({ token: z.string(), url: z.string() }),
  status: 201,
  errors: [RoleNotFound, RoleTooHigh, InvitationRoomNotFound],
  limit: limits.invite,
  idempotent: true,
  example: { maxUses: 5 },
});

export const listInvitations = defineRoute("workspaces.list_invitations", {
  http: "GET /workspaces/:workspaceId/invitations",
  summary: "The open invitations",
  permission: InvitationManage,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(Invitation),
  limit: limits.read,
});

export const revokeInvitation = defineRoute("workspaces.revoke_invitation", {
  http: "DELETE /workspaces/:workspaceId/invitations/:invitationId",
  summary: "Withdraw an invitation",
  permission: InvitationManage,
  input: z.strictObject({ workspaceId: WorkspaceId, invitationId: InvitationId }),
  output: z.null(),
  errors: [InvitationNotFound],
  limit: limits.write,
});

const token = z
  .string()
  .max(200)
  .meta({ examples: ["the-last-part-of-the-link"] });

export const previewInvitation = defineRoute("workspaces.preview_invitation", {
  http: "GET /invitations/:token",
  summary: "What an invitation leads to, for who holds its token",
  public: true,
  input: z.strictObject({ token }),
  output: z.object({
    workspaceName: z.string(),
    invitedBy: z.string(),
    memberCount: z.int(),
    expiresAt: Timestamp,
  }),
  errors: [InvitationInvalid],
  limit: limits.public,
});

export const acceptInvitation = defineRoute("workspaces.accept_invitation", {
  http: "POST /invitations/:token/accept",
  summary: "Join the workspace of an invitation",
  input: z.strictObject({ token }),
  output: WorkspaceSummary,
  errors: [InvitationInvalid, AlreadyMember],
  limit: limits.write,
});
