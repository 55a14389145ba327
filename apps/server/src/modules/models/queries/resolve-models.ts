import type { models } from "@althing/contract";
import type { Platform } from "../../../kernel/platform.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import type { ModelEndpoint } from "../../../platform/models/index.ts";
import { openEndpoint } from "../endpoint.ts";
import { factsOf } from "../views.ts";
import { type AllowedModel, type Asker, allowedFor, listAllowed } from "./find-allowed.ts";

/** A model that may be asked, with all that asking it takes. Not for logs: the endpoint has the key. */
export type ResolvedModel = {
  readonly choice: models.ModelChoice;
  readonly name: string;
  readonly endpoint: ModelEndpoint;
  readonly contextTokens: number;
  readonly prices: models.Prices | null;
  readonly priceVersion: number | null;
  readonly takesImages: boolean;
};

/** Where nobody told how much a model can read. */
const leastContextTokens = 8_192;

/** Those of the choices that exist, are on, and that the member may use, in order; each after the same with their own key. */
export async function chooseModels(
  tx: ReadTx,
  { choices, ...asker }: Asker & { readonly choices: readonly models.ModelChoice[] },
): Promise<AllowedModel[]> {
  if (choices.length === 0) return [];
  const allowed = await listAllowed(tx, asker);
  return [...new Set(choices.flatMap((choice) => allowedFor(allowed, choice)))];
}

/** With their keys; those whose key does not open are passed over. */
export const openModels = (platform: Platform, chosen: readonly AllowedModel[]): ResolvedModel[] =>
  chosen.flatMap((one) => open(platform, one) ?? []);

function open(platform: Platform, { provider, model }: AllowedModel): ResolvedModel | undefined {
  try {
    const endpoint = { ...openEndpoint(platform, provider), modelId: model.model_id, takesImages: model.takes_images };
    const { prices, priceVersion, contextTokens } = factsOf(provider.kind, model);
    return {
      choice: { providerId: provider.id, modelId: model.model_id },
      name: model.name,
      endpoint,
      contextTokens: contextTokens ?? leastContextTokens,
      prices,
      priceVersion,
      takesImages: model.takes_images,
    };
  } catch {
    platform.log.warn({ providerId: provider.id }, "The key of a provider does not open; it is passed over");
    return undefined;
  }
}
