import type { AccountId, workspaces } from "@althing/contract";
import type { Generated, Selectable } from "kysely";

type WorkspaceId = workspaces.WorkspaceId;
export type InvitationId = workspaces.Invitation["id"];

export type WorkspacesTable = {
  id: WorkspaceId;
  slug: string;
  name: string;
  version: Generated<number>;
  created_at: Date;
};

export type MembersTable = {
  workspace_id: WorkspaceId;
  account_id: AccountId;
  roles: string[];
  joined_at: Date;
};

/** Roles that a workspace made for itself; the built-in ones stand in the contract. */
export type RolesTable = { workspace_id: WorkspaceId; name: string; title: string; permissions: string[] };

export type InvitationsTable = {
  id: InvitationId;
  workspace_id: WorkspaceId;
  role: string;
  email: string | null;
  max_uses: number | null;
  uses: Generated<number>;
  room_ids: string[];
  created_by: AccountId;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
};

/** An invitation by mail has two tokens: one shown to the inviter, one that lies nowhere but in the letter. */
export type InvitationTokensTable = { token_hash: string; invitation_id: InvitationId };

/** Who speaks in history that was brought in: one account for each name of a source. */
export type ImportedAccountsTable = {
  workspace_id: WorkspaceId;
  source: string;
  external_name: string;
  account_id: AccountId;
};

/** The workspace's own emoji, beside those of Unicode. */
export type EmojiTable = {
  workspace_id: WorkspaceId;
  name: string;
  /** The hash of a picture. */
  picture: string;
  animated: boolean;
  created_by: AccountId;
  created_at: Date;
};

export type WorkspaceTables = {
  workspaces: WorkspacesTable;
  workspace_members: MembersTable;
  workspace_roles: RolesTable;
  workspace_emoji: EmojiTable;
  invitations: InvitationsTable;
  invitation_tokens: InvitationTokensTable;
  imported_accounts: ImportedAccountsTable;
};

export type WorkspaceRow = Selectable<WorkspacesTable>;
export type MemberRow = Selectable<MembersTable>;
export type RoleRow = Selectable<RolesTable>;
export type EmojiRow = Selectable<EmojiTable>;
export type InvitationRow = Selectable<InvitationsTable>;

/** A workspace as one of its members sees it. */
export type SeenWorkspaceRow = WorkspaceRow & { roles: string[]; custom_permissions: string[]; member_count: number };
