import { defineMigration } from "../../../platform/database/index.ts";

/** Recordings that are being written down, each by one at a time: a run, or a job for who asked. */
export const createVoices = defineMigration("assistants.004_voices", {
  up: [
    `create table voice_claims (
      file_id uuid primary key,
      id uuid not null,
      workspace_id uuid not null,
      room_id uuid not null,
      account_id uuid not null,
      assistant_id uuid,
      run_id uuid,
      reservation_id uuid
    )`,
    "create index voice_claims_of_run on voice_claims (run_id) where run_id is not null",
    "create index voice_claims_in_room on voice_claims (room_id)",
  ],
  down: ["drop table voice_claims"],
});
