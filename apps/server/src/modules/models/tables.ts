import type { AccountId, models, rooms, workspaces } from "@althing/contract";
import type { ColumnType, Generated, Selectable } from "kysely";
import type { z } from "zod";

/** Kept as JSON, which is written as text. */
type Json<Value> = ColumnType<Value, string | null, string | null>;

export type ReservationId = string & z.core.$brand<"ReservationId">;

export type ProvidersTable = {
  id: models.ProviderId;
  workspace_id: workspaces.WorkspaceId;
  /** Whose own it is; null is the workspace's. */
  owner_id: AccountId | null;
  kind: models.ProviderKind;
  api: models.ProviderApi | null;
  name: string;
  base_url: string | null;
  /** Sent only to the address that it was entered for. */
  sealed_key: string | null;
  key_ending: string | null;
  key_fingerprint: string | null;
  key_set_at: Date | null;
  enabled: Generated<boolean>;
  checked: Json<models.ProviderCheck | null>;
  version: Generated<number>;
  created_by: AccountId;
  created_at: Date;
  updated_at: Date;
  /** The row stays, without its key, so that the ledger can tell its name. */
  deleted_at: Date | null;
};

export type ProviderModelsTable = {
  provider_id: models.ProviderId;
  model_id: string;
  name: string;
  enabled: boolean;
  roles: string[] | null;
  context_tokens: number | null;
  takes_images: boolean;
  source: models.ProviderModel["source"];
  /** Of the prices set by hand; null takes those of the built-in table. */
  price_version: number | null;
};

/** Never changed: what was spent keeps its price. */
export type PricesTable = {
  provider_id: models.ProviderId;
  model_id: string;
  version: number;
  input: number;
  cached_input: number;
  cache_write: number;
  output: number;
  set_by: AccountId | null;
  set_at: Date;
};

/** Who spends on what: the same in reservations, in the ledger and in the days. */
export type SpendingColumns = {
  workspace_id: workspaces.WorkspaceId;
  account_id: AccountId;
  assistant_id: AccountId | null;
  room_id: rooms.RoomId | null;
  provider_id: models.ProviderId | null;
  model_id: string;
  /** With the member's own key: no money of the workspace's. */
  personal: boolean;
};

export type ReservationsTable = SpendingColumns & {
  id: ReservationId;
  run_id: string | null;
  micros: number;
  created_at: Date;
  /** Until then it counts as spent, whatever becomes of the server that made it. */
  expires_at: Date;
  settled_at: Date | null;
};

type TokenColumns<Value> = {
  input_tokens: Value;
  cached_input_tokens: Value;
  cache_write_tokens: Value;
  output_tokens: Value;
  reasoning_tokens: Value;
};

export type LedgerTable = SpendingColumns &
  TokenColumns<number | null> & {
    id: models.UsageEntryId;
    at: Date;
    run_id: string | null;
    step: number;
    kind: models.UsageEntry["kind"];
    quality: models.UsageQuality;
    micros: number | null;
    price_version: number | null;
    raw: Json<unknown>;
  };

export type UsageDaysTable = SpendingColumns &
  TokenColumns<number> & {
    day: string;
    kind: models.UsageEntry["kind"];
    micros: number;
    entry_count: number;
    estimated_count: number;
    unknown_count: number;
    unpriced_count: number;
  };

/** What budgets are held against: few rows for each day, so that a sum of a month is quick. */
export type SpentDaysTable = {
  workspace_id: workspaces.WorkspaceId;
  scope: models.BudgetScope;
  spender: string;
  day: string;
  /** A day is kept in parts, so that those who settle at once seldom wait for each other. */
  part: number;
  micros: number;
};

export type BudgetsTable = {
  id: models.BudgetId;
  workspace_id: workspaces.WorkspaceId;
  scope: models.BudgetScope;
  subject_id: string | null;
  period: models.BudgetPeriod;
  limit_micros: number;
  updated_by: AccountId;
  updated_at: Date;
};

/** Whose budget a warning was given for, and in which period: once each. */
export type BudgetWarningsTable = {
  budget_id: models.BudgetId;
  subject_id: string;
  period_start: Date;
};

/** What a provider bills for some days. */
export type BillsTable = {
  id: models.BillId;
  workspace_id: workspaces.WorkspaceId;
  provider_id: models.ProviderId;
  first_day: string;
  last_day: string;
  micros: number;
  entered_by: AccountId;
  entered_at: Date;
};

/** Who writes down voice notes. */
export type TranscriptionRow = {
  workspace_id: workspaces.WorkspaceId;
  provider_id: models.ProviderId;
  model_id: string;
  micros_per_minute: number | null;
};

export type ModelTables = {
  model_transcriptions: TranscriptionRow;
  model_providers: ProvidersTable;
  provider_models: ProviderModelsTable;
  model_prices: PricesTable;
  model_reservations: ReservationsTable;
  model_ledger: LedgerTable;
  model_usage_days: UsageDaysTable;
  model_spent_days: SpentDaysTable;
  model_budgets: BudgetsTable;
  model_budget_warnings: BudgetWarningsTable;
  model_bills: BillsTable;
};

export type ProviderRow = Selectable<ProvidersTable>;
export type ModelRow = Selectable<ProviderModelsTable>;
export type PriceRow = Selectable<PricesTable>;
export type ReservationRow = Selectable<ReservationsTable>;
export type LedgerRow = Selectable<LedgerTable>;
export type BudgetRow = Selectable<BudgetsTable>;

/** A model with the prices that were set for it. */
export type PricedModelRow = ModelRow & { own: models.Prices | null };
