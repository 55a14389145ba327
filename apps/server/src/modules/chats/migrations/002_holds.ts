import { defineMigration } from "../../../platform/database/index.ts";

export const createHolds = defineMigration("chats.002_holds", {
  up: [
    `create table chat_holds (
      id uuid primary key,
      workspace_id uuid not null,
      reason text not null,
      by_account_id uuid not null,
      at timestamptz not null,
      ended_by uuid,
      ended_at timestamptz
    )`,
    "create unique index chat_holds_on on chat_holds (workspace_id) where ended_at is null",
    "create index chat_holds_of_workspace on chat_holds (workspace_id, at)",
    `alter table chat_keeps
      add column kept boolean not null default true,
      add column own_days int`,
  ],
  down: [
    "delete from chat_keeps where not kept",
    "alter table chat_keeps drop column kept, drop column own_days",
    "drop table chat_holds",
  ],
});
