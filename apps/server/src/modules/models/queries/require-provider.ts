import { models } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import { accessOf, type Call } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { type Access, requireAlso } from "../../../kernel/permission.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { findProviderRow } from "../store/providers.ts";
import type { ProviderRow } from "../tables.ts";

/** Somebody's own provider is theirs alone, for admins too it is not there; the workspace's are for who may manage models. */
export async function requireProvider(
  tx: ReadTx,
  call: Pick<Call, "actor"> & { access: Access | undefined; input: models.ProviderInWorkspace },
): Promise<ProviderRow> {
  const { workspaceId, providerId } = call.input;
  const row = await findProviderRow(tx, workspaceId, requireAccount(call.actor).account.id, providerId);
  if (!row) return fail(models.ProviderNotFound);
  if (row.owner_id === null) requireAlso(accessOf(call as Call), models.ModelManage);
  return row;
}
