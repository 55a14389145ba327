import { feedOf, tools } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { viewPrices } from "../queries/prices.ts";
import { insertPrice, listPriceRows, lockPrices } from "../store/prices.ts";

const limit = tools.priceLimits.perWorkspace;

/** A new price is a new version; the same one again is not. */
export const setToolPrice: WriteAction<typeof tools.setToolPrice> = async (tx, call) => {
  const { workspaceId, pattern, micros } = call.input;
  await lockPrices(tx, workspaceId);
  const known = await listPriceRows(tx, workspaceId);
  const before = known.find((price) => price.pattern === pattern);
  if ((before?.micros ?? null) === micros) return viewPrices(tx, workspaceId);
  if (!before && known.length >= limit) fail(tools.ToolPriceLimitReached, { limit });
  const setBy = requireAccount(call.actor).account.id;
  await insertPrice(tx, { workspace_id: workspaceId, pattern, micros, set_by: setBy, set_at: tx.now });
  const prices = await viewPrices(tx, workspaceId);
  tx.emit(tools.ToolPricesChanged, feedOf.workspace(workspaceId), { prices });
  return prices;
};
