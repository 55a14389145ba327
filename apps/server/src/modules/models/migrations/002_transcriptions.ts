import { defineMigration } from "../../../platform/database/index.ts";

export const createTranscriptions = defineMigration("models.002_transcriptions", {
  up: [
    `create table model_transcriptions (
      workspace_id uuid primary key,
      provider_id uuid not null references model_providers,
      model_id text not null,
      micros_per_minute bigint check (micros_per_minute >= 0)
    )`,
  ],
  down: ["drop table model_transcriptions"],
});
