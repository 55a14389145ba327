import { defineMigration } from "../../../platform/database/index.ts";

/** The words are made by the program, which reads questions the same way: the database only finds them. */
export const createPassages = defineMigration("knowledge.001_passages", {
  up: [
    `create table passages (
      message_id uuid primary key,
      room_id uuid not null,
      root_id uuid,
      author_id uuid not null,
      seq bigint not null,
      stamp bigint not null,
      text text not null,
      words tsvector not null
    )`,
    "alter table passages alter column words set statistics 1000",
    // What is new is looked through word by word until it is sorted in: kept short, or questions would feel it.
    "create index passages_words on passages using gin (words) with (fastupdate = on, gin_pending_list_limit = 512)",
    "create index passages_in_room on passages (room_id, seq)",
    "create index passages_in_thread on passages (root_id, seq) where root_id is not null",
    `create table passage_backfills (
      id int primary key default 1 check (id = 1),
      after_id uuid not null,
      indexed_count bigint not null default 0,
      done_at timestamptz
    )`,
    "insert into passage_backfills (after_id) values ('00000000-0000-0000-0000-000000000000')",
  ],
  down: ["drop table passage_backfills", "drop table passages"],
});
