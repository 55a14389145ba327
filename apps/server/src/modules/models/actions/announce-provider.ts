import { type FeedName, feedOf, models } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { listModelRows } from "../store/models.ts";
import type { ProviderRow } from "../tables.ts";
import { viewModelsOn, viewProvider, viewProviderDetail } from "../views.ts";

/** The workspace hears of its providers, an owner alone of their own. */
export const feedOfProvider = ({ owner_id, workspace_id }: ProviderRow): FeedName =>
  owner_id === null ? feedOf.workspace(workspace_id) : feedOf.account(owner_id);

/** Tells of a provider that was changed, and gives what who changed it sees. */
export async function announceProvider(tx: WriteTx, row: ProviderRow): Promise<models.ProviderDetail> {
  const rows = await listModelRows(tx, [row.id]);
  tx.emit(models.ProviderChanged, feedOfProvider(row), {
    provider: viewProvider(row),
    models: viewModelsOn(row, rows),
  });
  return viewProviderDetail(row, rows);
}
