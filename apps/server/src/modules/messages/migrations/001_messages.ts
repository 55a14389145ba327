import { defineMigration } from "../../../platform/database/index.ts";

/** Messages are cut by the time in their ids, which are UUIDv7: so the id alone stays unique over all of them. */
export const messageMigrations = [
  defineMigration("messages.001_messages", {
    up: [
      `create table messages (
        id uuid primary key,
        room_id uuid not null,
        seq bigint not null,
        kind text not null check (kind in ('message', 'system')),
        author_id uuid not null,
        parent_id uuid,
        in_room boolean not null,
        body text not null,
        html text not null,
        mentions jsonb not null default '[]',
        silent boolean not null default false,
        system jsonb,
        stamp bigint not null,
        edited_at timestamptz,
        deleted_at timestamptz,
        pinned_at timestamptz,
        reactions jsonb not null default '[]',
        reply_count int not null default 0,
        last_reply_stamp bigint,
        participant_ids uuid[] not null default '{}',
        resolved_at timestamptz,
        version int not null default 1
      ) partition by range (id)`,
      "create table messages_other partition of messages default",
      // The room's pages, and with the included columns the unread counts without a look at the rows.
      "create index messages_in_room on messages (room_id, seq) include (author_id, kind, deleted_at) where in_room",
      "create index messages_in_thread on messages (parent_id, seq) where parent_id is not null",
      "create index messages_pinned on messages (room_id, pinned_at) where pinned_at is not null",
      `create table message_versions (
        message_id uuid not null,
        version int not null,
        body text not null,
        html text not null,
        at timestamptz not null,
        by_account_id uuid not null,
        primary key (message_id, version)
      )`,
      `create table message_mentions (
        message_id uuid not null,
        room_id uuid not null,
        seq bigint not null,
        kind text not null,
        account_id uuid,
        stamp bigint not null
      )`,
      "create unique index message_mentions_once on message_mentions (message_id, kind, account_id) nulls not distinct",
      "create index message_mentions_of_account on message_mentions (account_id, stamp desc)",
      "create index message_mentions_in_room on message_mentions (room_id, seq)",
      `create table reactions (
        message_id uuid not null,
        emoji text not null,
        account_id uuid not null,
        created_at timestamptz not null default now(),
        primary key (message_id, emoji, account_id)
      )`,
      `create table read_states (
        account_id uuid not null,
        room_id uuid not null,
        last_read_seq bigint not null,
        threads_read_seq bigint not null,
        read_at timestamptz not null,
        primary key (account_id, room_id)
      ) with (fillfactor = 70)`,
      "create index read_states_of_room on read_states (room_id)",
      `create table unread_marks (
        account_id uuid not null,
        room_id uuid not null,
        message_id uuid not null,
        seq bigint not null,
        primary key (account_id, message_id)
      )`,
      "create index unread_marks_in_room on unread_marks (account_id, room_id)",
      `create table thread_standings (
        account_id uuid not null,
        room_id uuid not null,
        root_id uuid not null,
        following boolean not null,
        muted boolean not null default false,
        last_read_seq bigint not null,
        primary key (account_id, root_id)
      )`,
      "create index thread_standings_in_room on thread_standings (account_id, room_id) where following",
      "create index thread_standings_of_root on thread_standings (root_id)",
    ],
    down: [
      "drop table thread_standings",
      "drop table unread_marks",
      "drop table read_states",
      "drop table reactions",
      "drop table message_mentions",
      "drop table message_versions",
      "drop table messages",
    ],
  }),
];
