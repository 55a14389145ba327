import { defineMigration } from "../../../platform/database/index.ts";

export const createEmoji = defineMigration("workspaces.002_emoji", {
  up: [
    `create table workspace_emoji (
      workspace_id uuid not null references workspaces on delete cascade,
      name text collate "C" not null,
      picture text not null,
      animated boolean not null,
      created_by uuid not null,
      created_at timestamptz not null,
      primary key (workspace_id, name)
    )`,
    "create index workspace_emoji_by_picture on workspace_emoji (picture)",
  ],
  down: ["drop table workspace_emoji"],
});
