import { defineMigration } from "../database/index.ts";

export const feedMigrations = [
  defineMigration("feeds.001_log", {
    up: [
      // Half-full pages let the hot updates of heads stay on their page (HOT), without touching the index.
      `create table feeds (
        feed text collate "C" primary key,
        head bigint not null,
        stamp bigint not null
      ) with (fillfactor = 50)`,
      `create table events (
        feed text collate "C" not null,
        seq bigint not null,
        id uuid not null,
        type text not null,
        at timestamptz not null,
        actor uuid,
        data json not null,
        xid xid8 not null default pg_current_xact_id(),
        primary key (feed, seq, at)
      ) partition by range (at)`,
      "create index events_by_transaction on events (xid, feed, seq)",
      "create table events_default partition of events default",
      `create table consumers (
        name text primary key,
        xid xid8 not null,
        feed text collate "C" not null,
        seq bigint not null
      )`,
    ],
    down: ["drop table consumers", "drop table events", "drop table feeds"],
  }),
  defineMigration("feeds.002_trace", {
    up: ["alter table events add column trace text"],
    down: ["alter table events drop column trace"],
  }),
];
