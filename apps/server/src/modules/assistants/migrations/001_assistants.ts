import { defineMigration } from "../../../platform/database/index.ts";

export const createAssistants = defineMigration("assistants.001_assistants", {
  up: [
    `create table assistants (
      account_id uuid primary key,
      workspace_id uuid not null,
      owner_id uuid,
      built_in boolean not null default false,
      settings jsonb not null,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      archived_at timestamptz
    )`,
    "create index assistants_by_workspace on assistants (workspace_id)",
    "create unique index assistants_built_in on assistants (workspace_id) where built_in",
    `create table assistant_versions (
      account_id uuid not null references assistants on delete cascade,
      version int not null,
      settings jsonb not null,
      at timestamptz not null,
      by_account_id uuid,
      note text not null default '',
      primary key (account_id, version)
    )`,
  ],
  down: ["drop table assistant_versions", "drop table assistants"],
});
