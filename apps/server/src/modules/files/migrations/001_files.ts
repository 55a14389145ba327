import { defineMigration } from "../../../platform/database/index.ts";

export const createFiles = defineMigration("files.001_files", {
  up: [
    `create table files (
      id uuid primary key,
      workspace_id uuid not null,
      account_id uuid not null,
      name text not null,
      size_bytes bigint not null check (size_bytes > 0),
      received_bytes bigint not null default 0 check (received_bytes between 0 and size_bytes),
      state text not null default 'uploading' check (state in ('uploading', 'ready', 'failed')),
      media_type text,
      kind text not null default 'other',
      width int,
      height int,
      content_key text not null unique,
      preview_key text unique,
      writer uuid,
      attached_at timestamptz,
      created_at timestamptz not null,
      check (state <> 'ready' or media_type is not null)
    )`,
  ],
  down: ["drop table files"],
});
