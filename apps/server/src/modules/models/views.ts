import type { models } from "@althing/contract";
import { periodEnd } from "./periods.ts";
import { findKnownModel, priceTableVersion } from "./prices.ts";
import type { BudgetRow, LedgerRow, PricedModelRow, ProviderRow } from "./tables.ts";

/** What everyone sees who may use it: neither the address nor anything of the key. */
export const viewProvider = (row: ProviderRow): models.Provider => ({
  id: row.id,
  workspaceId: row.workspace_id,
  ownerId: row.owner_id,
  kind: row.kind,
  name: row.name,
  enabled: row.enabled,
  version: row.version,
  createdAt: row.created_at.toISOString(),
  updatedAt: row.updated_at.toISOString(),
});

export const viewProviderDetail = (row: ProviderRow, modelRows: readonly PricedModelRow[]): models.ProviderDetail => ({
  ...viewProvider(row),
  api: row.api,
  baseUrl: row.base_url,
  key:
    row.sealed_key === null || row.key_set_at === null
      ? null
      : { ending: row.key_ending ?? "", fingerprint: row.key_fingerprint ?? "", setAt: row.key_set_at.toISOString() },
  check: row.checked,
  models: modelRows.map((model) => viewProviderModel(row.kind, model)),
});

/** What was said of a model before what the built-in table says. */
export function factsOf(kind: models.ProviderKind, row: PricedModelRow) {
  const known = findKnownModel(kind, row.model_id);
  return {
    prices: row.own ?? known?.prices ?? null,
    priceVersion: row.own ? row.price_version : known ? priceTableVersion : null,
    contextTokens: row.context_tokens ?? known?.contextTokens ?? null,
  };
}

export const viewProviderModel = (kind: models.ProviderKind, row: PricedModelRow): models.ProviderModel => ({
  modelId: row.model_id,
  name: row.name,
  enabled: row.enabled,
  roles: row.roles,
  takesImages: row.takes_images,
  source: row.source,
  ...factsOf(kind, row),
});

export const viewModel = (provider: ProviderRow, row: PricedModelRow): models.Model => ({
  providerId: provider.id,
  providerName: provider.name,
  providerKind: provider.kind,
  personal: provider.owner_id !== null,
  modelId: row.model_id,
  name: row.name,
  roles: row.roles,
  takesImages: row.takes_images,
  ...factsOf(provider.kind, row),
});

/** The models of a provider that can be chosen now. */
export const viewModelsOn = (provider: ProviderRow, rows: readonly PricedModelRow[]): models.Model[] =>
  provider.enabled ? rows.filter(({ enabled }) => enabled).map((row) => viewModel(provider, row)) : [];

export const viewBudget = (
  row: BudgetRow,
  spending: { spent: number; held: number } | undefined,
  now: Date,
): models.Budget => ({
  id: row.id,
  workspaceId: row.workspace_id,
  scope: row.scope,
  subjectId: row.subject_id,
  period: row.period,
  limitMicros: row.limit_micros,
  spentMicros: spending?.spent ?? null,
  heldMicros: spending?.held ?? null,
  resetsAt: periodEnd(row.period, now).toISOString(),
  updatedAt: row.updated_at.toISOString(),
});

export const viewEntry = (row: LedgerRow): models.UsageEntry => ({
  id: row.id,
  at: row.at.toISOString(),
  kind: row.kind,
  accountId: row.account_id,
  assistantId: row.assistant_id,
  roomId: row.room_id,
  runId: row.run_id,
  step: row.step,
  providerId: row.provider_id,
  modelId: row.model_id,
  personal: row.personal,
  tokens:
    row.quality === "unknown"
      ? null
      : {
          inputTokens: row.input_tokens ?? 0,
          cachedInputTokens: row.cached_input_tokens ?? 0,
          cacheWriteTokens: row.cache_write_tokens ?? 0,
          outputTokens: row.output_tokens ?? 0,
          reasoningTokens: row.reasoning_tokens ?? 0,
        },
  quality: row.quality,
  micros: row.micros,
  priceVersion: row.price_version,
});
