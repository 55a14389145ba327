import { defineMigration } from "../../../platform/database/index.ts";

export const addUnlisted = defineMigration("rooms.003_unlisted", {
  up: ["alter table rooms add column unlisted boolean not null default false"],
  down: ["alter table rooms drop column unlisted"],
});
