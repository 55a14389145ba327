import { defineMigration } from "../../../platform/database/index.ts";

export const createWorkspaces = defineMigration("workspaces.001_workspaces", {
  up: [
    `create table workspaces (
      id uuid primary key,
      slug text not null unique,
      name text not null,
      version integer not null default 1,
      created_at timestamptz not null
    )`,
    `create table workspace_members (
      workspace_id uuid not null references workspaces on delete cascade,
      account_id uuid not null,
      roles text[] not null check (cardinality(roles) > 0),
      joined_at timestamptz not null,
      primary key (workspace_id, account_id)
    )`,
    "create index workspace_members_by_account on workspace_members (account_id)",
    `create table workspace_roles (
      workspace_id uuid not null references workspaces on delete cascade,
      name text not null,
      title text not null,
      permissions text[] not null,
      primary key (workspace_id, name)
    )`,
    `create table invitations (
      id uuid primary key,
      workspace_id uuid not null references workspaces on delete cascade,
      role text not null,
      email text,
      max_uses integer,
      uses integer not null default 0 check (uses <= max_uses),
      room_ids uuid[] not null default '{}',
      created_by uuid not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz
    )`,
    "create index invitations_by_workspace on invitations (workspace_id)",
    `create table invitation_tokens (
      token_hash text primary key,
      invitation_id uuid not null references invitations on delete cascade
    )`,
    `create table imported_accounts (
      workspace_id uuid not null references workspaces on delete cascade,
      source text not null,
      external_name text not null,
      account_id uuid not null,
      primary key (workspace_id, source, external_name)
    )`,
  ],
  down: [
    "drop table imported_accounts",
    "drop table invitation_tokens",
    "drop table invitations",
    "drop table workspace_roles",
    "drop table workspace_members",
    "drop table workspaces",
  ],
});
