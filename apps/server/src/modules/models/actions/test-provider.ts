import { models } from "@althing/contract";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { Platform } from "../../../kernel/platform.ts";
import { type DiscoveredModel, ModelFault } from "../../../platform/models/index.ts";
import { checkedWell, checkOf } from "../check.ts";
import { findKnownModel } from "../prices.ts";
import { requireProvider } from "../queries/require-provider.ts";
import { insertModels, listModelRows } from "../store/models.ts";
import { lockProvider, updateCheck } from "../store/providers.ts";
import type { ProviderRow } from "../tables.ts";
import { viewProviderDetail } from "../views.ts";
import { openEndpoint } from "./open-endpoint.ts";

const waitMs = 20_000;

export const testProvider: OutsideAction<typeof models.testProvider> = async (platform, call) => {
  const row = await platform.read((tx) => requireProvider(tx, call));
  const { check, found } = await look(platform, row);
  return platform.write(call.actor, async (tx) => {
    const locked = (await lockProvider(tx, row.id)) ?? fail(models.ProviderNotFound);
    const present = await listModelRows(tx, [row.id]);
    await insertModels(tx, newAmong(found, locked, present));
    // What was found out about another key or address is not kept.
    const isSame = locked.sealed_key === row.sealed_key && locked.base_url === row.base_url;
    const checked = isSame ? await updateCheck(tx, row.id, check) : locked;
    return viewProviderDetail(checked, await listModelRows(tx, [row.id]));
  });
};

async function look(
  platform: Platform,
  row: ProviderRow,
): Promise<{ check: models.ProviderCheck; found: DiscoveredModel[] }> {
  try {
    const found = await platform.models.discover(openEndpoint(platform, row), AbortSignal.timeout(waitMs));
    return { check: checkedWell(platform.clock()), found };
  } catch (error) {
    if (!(error instanceof ModelFault)) throw error;
    return { check: checkOf(error, { hasKey: row.sealed_key !== null, at: platform.clock() }), found: [] };
  }
}

/** They come switched off: it is an admin's choice what is used. */
function newAmong(found: readonly DiscoveredModel[], provider: ProviderRow, present: readonly { model_id: string }[]) {
  const known = new Set(present.map(({ model_id }) => model_id));
  return found
    .filter(({ id }) => !known.has(id) && models.ModelId.safeParse(id).success)
    .slice(0, Math.max(0, models.modelLimits.perProvider - known.size))
    .map(({ id, name, contextTokens }) => ({
      provider_id: provider.id,
      model_id: id,
      name:
        name
          .replace(/\p{Cc}/gu, " ")
          .trim()
          .slice(0, 120) || id.slice(0, 120),
      enabled: false,
      roles: null,
      context_tokens: contextTokens,
      takes_images: findKnownModel(provider.kind, id)?.takesImages ?? false,
      source: "discovered" as const,
      price_version: null,
    }));
}
