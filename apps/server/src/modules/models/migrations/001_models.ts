import { defineMigration } from "../../../platform/database/index.ts";

const spending = `workspace_id uuid not null,
      account_id uuid not null,
      assistant_id uuid,
      room_id uuid,
      provider_id uuid,
      model_id text not null,
      personal boolean not null`;

export const createModels = defineMigration("models.001_models", {
  up: [
    `create table model_providers (
      id uuid primary key,
      workspace_id uuid not null,
      owner_id uuid,
      kind text not null,
      api text,
      name text not null,
      base_url text,
      sealed_key text,
      key_ending text,
      key_fingerprint text,
      key_set_at timestamptz,
      enabled boolean not null default true,
      checked jsonb,
      version int not null default 1,
      created_by uuid not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      deleted_at timestamptz
    )`,
    "create index model_providers_by_workspace on model_providers (workspace_id)",
    `create table provider_models (
      provider_id uuid not null references model_providers,
      model_id text not null,
      name text not null,
      enabled boolean not null,
      roles text[],
      context_tokens int,
      takes_images boolean not null,
      source text not null,
      price_version int,
      primary key (provider_id, model_id)
    )`,
    `create table model_prices (
      provider_id uuid not null references model_providers,
      model_id text not null,
      version int not null,
      input bigint not null,
      cached_input bigint not null,
      cache_write bigint not null,
      output bigint not null,
      set_by uuid,
      set_at timestamptz not null,
      primary key (provider_id, model_id, version)
    )`,
    `create table model_reservations (
      id uuid primary key,
      ${spending},
      run_id uuid,
      micros bigint not null check (micros >= 0),
      created_at timestamptz not null,
      expires_at timestamptz not null,
      settled_at timestamptz
    )`,
    "create index model_reservations_open on model_reservations (workspace_id, account_id) where settled_at is null",
    "create index model_reservations_by_age on model_reservations (expires_at)",
    `create table model_ledger (
      id uuid primary key,
      at timestamptz not null,
      ${spending},
      run_id uuid,
      step int not null,
      kind text not null check (kind in ('model', 'tool')),
      input_tokens bigint,
      cached_input_tokens bigint,
      cache_write_tokens bigint,
      output_tokens bigint,
      reasoning_tokens bigint,
      quality text not null check (quality in ('reported', 'estimated', 'unknown')),
      micros bigint check (micros >= 0),
      price_version int,
      raw jsonb,
      check ((quality = 'unknown') = (input_tokens is null))
    )`,
    "create index model_ledger_by_workspace on model_ledger (workspace_id, id)",
    "create index model_ledger_by_account on model_ledger (workspace_id, account_id, id)",
    `create table model_usage_days (
      day date not null,
      ${spending},
      kind text not null,
      micros bigint not null,
      input_tokens bigint not null,
      cached_input_tokens bigint not null,
      cache_write_tokens bigint not null,
      output_tokens bigint not null,
      reasoning_tokens bigint not null,
      entry_count int not null,
      estimated_count int not null,
      unknown_count int not null,
      unpriced_count int not null,
      unique nulls not distinct
        (workspace_id, day, account_id, assistant_id, room_id, provider_id, model_id, personal, kind)
    )`,
    "create index model_usage_days_by_account on model_usage_days (workspace_id, account_id, day)",
    `create table model_spent_days (
      workspace_id uuid not null,
      scope text not null,
      spender uuid not null,
      day date not null,
      part smallint not null,
      micros bigint not null,
      primary key (workspace_id, scope, spender, day, part)
    )`,
    `create table model_budgets (
      id uuid primary key,
      workspace_id uuid not null,
      scope text not null,
      subject_id uuid,
      period text not null,
      limit_micros bigint not null,
      updated_by uuid not null,
      updated_at timestamptz not null,
      unique nulls not distinct (workspace_id, scope, subject_id, period)
    )`,
    `create table model_budget_warnings (
      budget_id uuid not null references model_budgets on delete cascade,
      subject_id uuid not null,
      period_start timestamptz not null,
      primary key (budget_id, subject_id)
    )`,
    `create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$`,
    ...["model_ledger", "model_prices"].map(
      (table) => `create trigger append_only before update or delete or truncate on ${table}
        for each statement execute function refuse_change()`,
    ),
  ],
  down: [
    "drop table model_budget_warnings",
    "drop table model_budgets",
    "drop table model_spent_days",
    "drop table model_usage_days",
    "drop table model_ledger",
    "drop table model_reservations",
    "drop table model_prices",
    "drop table provider_models",
    "drop table model_providers",
    "drop function refuse_change",
  ],
});
