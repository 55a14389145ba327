import { defineMigration } from "../../../platform/database/index.ts";

export const createStatistics = defineMigration("statistics.001_rollups", {
  up: [
    `create table statistics_rooms (
      room_id uuid primary key,
      workspace_id uuid not null,
      as_of_seq bigint not null
    )`,
    "create index statistics_rooms_by_workspace on statistics_rooms (workspace_id)",
    // Half-full pages let the rows of today, which are written again and again, stay on their page (HOT).
    `create table statistics_people (
      room_id uuid not null,
      day date not null,
      account_id uuid not null,
      messages int not null,
      replies int not null,
      reactions int not null,
      primary key (room_id, day, account_id)
    ) with (fillfactor = 50)`,
    `create table statistics_threads (
      room_id uuid not null,
      day date not null,
      root_id uuid not null,
      replies int not null,
      primary key (room_id, day, root_id)
    ) with (fillfactor = 50)`,
    `create table statistics_answers (
      root_id uuid primary key,
      room_id uuid not null,
      day date not null,
      seconds int not null
    )`,
    "create index statistics_answers_by_day on statistics_answers (room_id, day)",
  ],
  down: [
    "drop table statistics_answers",
    "drop table statistics_threads",
    "drop table statistics_people",
    "drop table statistics_rooms",
  ],
});
