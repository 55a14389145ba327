import type { accounts, workspaces } from "@althing/contract";
import { pictureUrl } from "../pictures/index.ts";
import { permissionsOf } from "./policy.ts";
import type { EmojiRow, InvitationRow, MemberRow, SeenWorkspaceRow, WorkspaceRow } from "./tables.ts";

export const viewWorkspace = (row: SeenWorkspaceRow, head: number): workspaces.Workspace => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  memberCount: row.member_count,
  roles: row.roles,
  permissions: [...permissionsOf(row.roles, row.custom_permissions)].sort(),
  head,
  version: row.version,
  createdAt: row.created_at.toISOString(),
});

export const viewSummary = (
  { id, slug, name }: WorkspaceRow,
  roles: string[],
  head: number,
): accounts.WorkspaceSummary => ({ id, slug, name, roles, head });

export const viewMember = (
  profile: accounts.Profile,
  { roles, joined_at }: Pick<MemberRow, "roles" | "joined_at">,
): Omit<workspaces.Member, "presence"> => ({ ...profile, roles, joinedAt: joined_at.toISOString() });

export const viewEmoji = (row: EmojiRow): workspaces.CustomEmoji => ({
  name: row.name,
  url: pictureUrl(row.picture),
  animated: row.animated,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
});

export const viewInvitation = (row: InvitationRow): workspaces.Invitation => ({
  id: row.id,
  workspaceId: row.workspace_id,
  role: row.role,
  email: row.email,
  maxUses: row.max_uses,
  uses: row.uses,
  roomIds: row.room_ids,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
});
