import { defineMigration } from "../../../platform/database/index.ts";

export const createBills = defineMigration("models.003_bills", {
  up: [
    `create table model_bills (
      id uuid primary key,
      workspace_id uuid not null,
      provider_id uuid not null references model_providers,
      first_day date not null,
      last_day date not null check (last_day >= first_day),
      micros bigint not null check (micros >= 0),
      entered_by uuid not null,
      entered_at timestamptz not null,
      unique (workspace_id, provider_id, first_day, last_day)
    )`,
    "create index model_bills_of_workspace on model_bills (workspace_id, last_day, id)",
    // Few are: what we count ourselves is what was stopped or not told.
    "create index model_ledger_estimated on model_ledger (provider_id, at) where quality = 'estimated'",
  ],
  down: ["drop index model_ledger_estimated", "drop table model_bills"],
});
