import type { WriteTx } from "../../../kernel/tx.ts";
import type { Membership } from "../../workspaces/index.ts";
import { listOwnProviders, lockProvider } from "../store/providers.ts";
import { dropProvider } from "./delete-provider.ts";

/** Whoever departs takes their keys along. */
export async function takeProviders(tx: WriteTx, { workspaceId, accountId }: Membership): Promise<void> {
  for (const { id } of await listOwnProviders(tx, workspaceId, accountId)) {
    const row = await lockProvider(tx, id);
    if (row) await dropProvider(tx, row);
  }
}
