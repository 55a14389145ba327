import { defineMigration } from "../../../platform/database/index.ts";

export const createChats = defineMigration("chats.001_chats", {
  up: [
    `create table prompts (
      id uuid primary key,
      workspace_id uuid not null,
      owner_id uuid not null,
      title text not null,
      description text not null,
      body text not null,
      variables jsonb not null,
      shared boolean not null,
      version int not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null
    )`,
    "create index prompts_in_workspace on prompts (workspace_id, id)",
    `create table prompt_versions (
      prompt_id uuid not null references prompts on delete cascade,
      version int not null,
      title text not null,
      body text not null,
      variables jsonb not null,
      at timestamptz not null,
      primary key (prompt_id, version)
    )`,
    // The token lies beside all that it opens: who reads this table needs no token.
    `create table chat_shares (
      id uuid primary key,
      token text not null unique,
      workspace_id uuid not null,
      room_id uuid not null,
      owner_id uuid not null,
      title text not null,
      scope text not null,
      audience text not null,
      conversation jsonb not null,
      created_at timestamptz not null,
      expires_at timestamptz
    )`,
    "create index chat_shares_of_owner on chat_shares (owner_id, workspace_id)",
    "create index chat_shares_of_room on chat_shares (room_id)",
    `create table chat_origins (
      message_id uuid primary key,
      room_id uuid not null,
      author jsonb not null,
      model text,
      sources jsonb not null
    )`,
    "create index chat_origins_in_room on chat_origins (room_id)",
    `create table chat_imports (
      room_id uuid primary key,
      account_id uuid not null,
      workspace_id uuid not null,
      source text not null,
      key text not null,
      title text not null,
      created_at timestamptz not null,
      unique (account_id, workspace_id, source, key)
    )`,
    `create table chat_retentions (
      workspace_id uuid primary key,
      days int,
      legal_hold boolean not null default false,
      version int not null default 1
    )`,
    "create table chat_keeps (room_id uuid primary key)",
  ],
  down: [
    "drop table chat_keeps",
    "drop table chat_retentions",
    "drop table chat_imports",
    "drop table chat_origins",
    "drop table chat_shares",
    "drop table prompt_versions",
    "drop table prompts",
  ],
});
