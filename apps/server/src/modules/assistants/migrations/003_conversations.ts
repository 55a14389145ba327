import { defineMigration } from "../../../platform/database/index.ts";

export const createConversations = defineMigration("assistants.003_conversations", {
  up: [
    `create table chats (
      room_id uuid primary key,
      assistant_id uuid not null,
      temporary boolean not null,
      trial jsonb,
      is_titled boolean not null
    )`,
    `create table turns (
      message_id uuid primary key,
      room_id uuid not null,
      parent_id uuid,
      run_id uuid,
      seq bigint not null
    )`,
    "create index turns_by_room on turns (room_id, seq)",
    `create table turn_places (
      room_id uuid not null,
      account_id uuid not null,
      message_id uuid not null,
      primary key (room_id, account_id)
    )`,
    "create index turn_places_by_message on turn_places (message_id)",
  ],
  down: ["drop table turn_places", "drop table turns", "drop table chats"],
});
