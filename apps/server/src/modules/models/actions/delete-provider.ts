import { models } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { requireProvider } from "../queries/require-provider.ts";
import { lockProvider, updateProviderRow } from "../store/providers.ts";
import type { ProviderRow } from "../tables.ts";
import { feedOfProvider } from "./announce-provider.ts";

export const deleteProvider: WriteAction<typeof models.deleteProvider> = async (tx, call) => {
  await requireProvider(tx, call);
  await dropProvider(tx, (await lockProvider(tx, call.input.providerId)) ?? fail(models.ProviderNotFound));
  return null;
};

/** The key goes for good; the name stays for the ledger. */
export async function dropProvider(tx: WriteTx, row: ProviderRow): Promise<void> {
  await updateProviderRow(tx, row, {
    sealed_key: null,
    key_ending: null,
    key_fingerprint: null,
    key_set_at: null,
    enabled: false,
    deleted_at: tx.now,
  });
  tx.emit(models.ProviderDeleted, feedOfProvider(row), { workspaceId: row.workspace_id, providerId: row.id });
}
