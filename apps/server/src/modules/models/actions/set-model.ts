import { models } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { loadRoles, requireRoles } from "../../workspaces/index.ts";
import { findKnownModel } from "../prices.ts";
import { requireProvider } from "../queries/require-provider.ts";
import { insertPrices, listModelRows, putModel } from "../store/models.ts";
import { lockProvider } from "../store/providers.ts";
import type { ModelRow, PricedModelRow, ProviderRow } from "../tables.ts";
import { announceProvider } from "./announce-provider.ts";

const { perProvider, enabledPerProvider } = models.modelLimits;

export const setModel: WriteAction<typeof models.setModel> = async (tx, call) => {
  const { workspaceId, modelId, roles, prices } = call.input;
  await requireProvider(tx, call);
  const provider = (await lockProvider(tx, call.input.providerId)) ?? fail(models.ProviderNotFound);
  if (roles) requireRoles(await loadRoles(tx, workspaceId), roles);
  const all = await listModelRows(tx, [provider.id]);
  const known = all.find(({ model_id }) => model_id === modelId);
  const before = known ?? byHand(provider, modelId);
  const after: ModelRow = {
    provider_id: provider.id,
    model_id: modelId,
    name: call.input.name ?? before.name,
    enabled: call.input.enabled ?? before.enabled,
    roles: roles === undefined ? before.roles : roles,
    context_tokens: call.input.contextTokens === undefined ? before.context_tokens : call.input.contextTokens,
    takes_images: call.input.takesImages ?? before.takes_images,
    source: before.source,
    price_version: await versionOf(tx, before, prices, requireAccount(call.actor).account.id),
  };
  requireRoom(all, after);
  await putModel(tx, after);
  const detail = await announceProvider(tx, provider);
  return detail.models.find((model) => model.modelId === modelId) ?? fail(models.ProviderNotFound);
};

const byHand = ({ id, kind }: ProviderRow, modelId: string): PricedModelRow => ({
  provider_id: id,
  model_id: modelId,
  name: modelId,
  enabled: true,
  roles: null,
  context_tokens: null,
  takes_images: findKnownModel(kind, modelId)?.takesImages ?? false,
  source: "by_hand",
  price_version: null,
  own: null,
});

/** New prices are a new version; the same ones again are not. */
async function versionOf(
  tx: WriteTx,
  { provider_id, model_id, price_version, own }: PricedModelRow,
  prices: models.Prices | null | undefined,
  accountId: ModelSetter,
): Promise<number | null> {
  if (prices === undefined) return price_version;
  if (prices === null) return null;
  if (own && pricesEqual(own, prices)) return price_version;
  const { input, cachedInput: cached_input, cacheWrite: cache_write, output } = prices;
  const row = { provider_id, model_id, input, cached_input, cache_write, output };
  return insertPrices(tx, { ...row, set_by: accountId, set_at: tx.now });
}

type ModelSetter = Parameters<typeof insertPrices>[1]["set_by"];

const pricesEqual = (one: models.Prices, other: models.Prices): boolean =>
  one.input === other.input &&
  one.cachedInput === other.cachedInput &&
  one.cacheWrite === other.cacheWrite &&
  one.output === other.output;

function requireRoom(all: readonly ModelRow[], wanted: ModelRow): void {
  const others = all.filter(({ model_id }) => model_id !== wanted.model_id);
  if (others.length >= perProvider) fail(models.ModelLimitReached, { limit: perProvider });
  if (wanted.enabled && others.filter(({ enabled }) => enabled).length >= enabledPerProvider) {
    fail(models.ModelLimitReached, { limit: enabledPerProvider });
  }
}
