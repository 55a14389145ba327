import { defineMigration } from "../../../platform/database/index.ts";

export const createRoomTemplates = defineMigration("rooms.002_templates", {
  up: [
    `create table room_templates (
      id uuid primary key,
      workspace_id uuid not null,
      name text not null,
      description text not null,
      rooms jsonb not null,
      member_ids jsonb not null,
      version int not null default 1,
      created_by uuid not null,
      created_at timestamptz not null
    )`,
    "create index room_templates_by_workspace on room_templates (workspace_id)",
  ],
  down: ["drop table room_templates"],
});
