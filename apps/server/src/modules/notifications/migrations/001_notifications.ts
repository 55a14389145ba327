import { defineMigration } from "../../../platform/database/index.ts";

export const createNotifications = defineMigration("notifications.001_notifications", {
  up: [
    `create table vapid_keys (
      id int primary key check (id = 1),
      public_key text not null,
      sealed_private_key text not null,
      created_at timestamptz not null
    )`,
    `create table push_subscriptions (
      id uuid primary key,
      account_id uuid not null,
      session_id uuid not null,
      endpoint text not null unique,
      p256dh text not null,
      auth text not null,
      device text not null,
      created_at timestamptz not null,
      last_pushed_at timestamptz
    )`,
    "create index push_subscriptions_by_account on push_subscriptions (account_id)",
    "create index push_subscriptions_by_session on push_subscriptions (session_id)",
    `create table push_notices (
      subscription_id uuid not null references push_subscriptions on delete cascade,
      room_id uuid not null,
      seq bigint not null,
      primary key (subscription_id, room_id)
    )`,
  ],
  down: ["drop table push_notices", "drop table push_subscriptions", "drop table vapid_keys"],
});
