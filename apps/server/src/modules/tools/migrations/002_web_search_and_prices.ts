import { defineMigration } from "../../../platform/database/index.ts";

export const createWebSearchAndPrices = defineMigration("tools.002_web_search_and_prices", {
  up: [
    `create table tool_web_searches (
      workspace_id uuid primary key,
      kind text not null,
      base_url text,
      sealed_key text,
      key_ending text,
      updated_at timestamptz not null
    )`,
    `create table tool_prices (
      workspace_id uuid not null,
      pattern text not null,
      version int not null,
      micros bigint check (micros >= 0),
      set_by uuid not null,
      set_at timestamptz not null,
      primary key (workspace_id, pattern, version)
    )`,
    `alter table tool_calls
      add column reservation_id uuid,
      add column price_micros bigint,
      add column price_version int,
      add column micros bigint`,
  ],
  down: [
    `alter table tool_calls
      drop column reservation_id,
      drop column price_micros,
      drop column price_version,
      drop column micros`,
    "drop table tool_prices",
    "drop table tool_web_searches",
  ],
});
