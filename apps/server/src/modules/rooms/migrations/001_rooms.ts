import { defineMigration } from "../../../platform/database/index.ts";

export const createRooms = defineMigration("rooms.001_rooms", {
  up: [
    `create table rooms (
      id uuid primary key,
      workspace_id uuid not null,
      kind text not null,
      name text,
      name_key text,
      visibility text not null,
      topic text not null default '',
      description text not null default '',
      guidelines text not null default '',
      owner_id uuid,
      created_by uuid,
      category_id uuid,
      system_messages jsonb not null,
      is_default boolean not null default false,
      pair_key text,
      member_count int not null default 0,
      version int not null default 1,
      archived_at timestamptz,
      created_at timestamptz not null
    )`,
    "create index rooms_by_workspace on rooms (workspace_id)",
    "create unique index rooms_name on rooms (workspace_id, name_key) where kind = 'channel' and archived_at is null",
    "create unique index rooms_pair on rooms (workspace_id, pair_key) where pair_key is not null",
    `create table room_members (
      room_id uuid not null references rooms on delete cascade,
      account_id uuid not null,
      flags jsonb not null default '{}',
      joined_at timestamptz not null,
      joined_seq bigint not null default 0,
      favourite boolean not null default false,
      muted boolean not null default false,
      category_id uuid,
      notify text not null default 'all',
      primary key (room_id, account_id)
    )`,
    "create index room_members_by_account on room_members (account_id, room_id)",
    `create table categories (
      id uuid primary key,
      workspace_id uuid not null,
      account_id uuid,
      name text not null,
      position int not null
    )`,
    "create index categories_by_workspace on categories (workspace_id, account_id)",
    `create table category_folds (
      category_id uuid not null references categories on delete cascade,
      account_id uuid not null,
      primary key (category_id, account_id)
    )`,
  ],
  down: ["drop table category_folds", "drop table categories", "drop table room_members", "drop table rooms"],
});
