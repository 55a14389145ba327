import { defineMigration } from "../../../platform/database/index.ts";

export const createPictures = defineMigration("pictures.001_pictures", {
  up: [
    // WebP does not get smaller: the database is spared the attempt.
    `create table pictures (
      hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
      bytes bytea storage external not null,
      kept_at timestamptz not null
    )`,
  ],
  down: ["drop table pictures"],
});
