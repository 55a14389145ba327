import { models } from "@althing/contract";
import { v7 as uuidv7 } from "uuid";
import { requireAccount } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { requireAlso } from "../../../kernel/permission.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { requireAddress } from "../address.ts";
import { listModelRows } from "../store/models.ts";
import { findProviderAnywhere, insertProvider, listProviderRows, lockProvidersOf } from "../store/providers.ts";
import type { ProviderRow } from "../tables.ts";
import { viewProviderDetail } from "../views.ts";
import { announceProvider } from "./announce-provider.ts";
import { sealKey } from "./seal-key.ts";

/** Outside only because the key is sealed before a transaction opens. */
export const createProvider: OutsideAction<typeof models.createProvider> = async (platform, call) => {
  const { workspaceId, personal, kind, name, baseUrl = null, key = null } = call.input;
  requireAlso(accessOf(call), personal ? models.ModelBring : models.ModelManage);
  requireAddress(kind, baseUrl, platform.config.egress.allowedHosts);
  const me = requireAccount(call.actor).account.id;
  const id = call.input.id ?? (uuidv7() as models.ProviderId);
  const ownerId = personal ? me : null;
  const sealed = sealKey(platform, { workspace_id: workspaceId, id }, key);
  return platform.write(call.actor, async (tx) => {
    const known = await findSame(tx, { id, workspace_id: workspaceId, owner_id: ownerId, created_by: me });
    if (known) return viewProviderDetail(known, await listModelRows(tx, [id]));
    const row = await insertProvider(tx, {
      id,
      workspace_id: workspaceId,
      owner_id: ownerId,
      kind,
      api: kind === "openai" ? (call.input.api ?? "responses") : null,
      name,
      base_url: baseUrl,
      ...sealed,
      key_set_at: key === null ? null : tx.now,
      checked: JSON.stringify(null),
      created_by: me,
      created_at: tx.now,
      updated_at: tx.now,
    });
    return announceProvider(tx, row);
  });
};

type Identity = Pick<ProviderRow, "id" | "workspace_id" | "owner_id" | "created_by">;

/** The same provider, connected by an earlier try of the same request; whoever connects another one meanwhile waits. */
async function findSame(tx: WriteTx, wanted: Identity): Promise<ProviderRow | undefined> {
  const { id, workspace_id, owner_id, created_by } = wanted;
  await lockProvidersOf(tx, workspace_id, owner_id);
  const known = await findProviderAnywhere(tx, id);
  if (known) {
    const isSame = known.workspace_id === workspace_id && known.owner_id === owner_id;
    return isSame && known.created_by === created_by && !known.deleted_at ? known : fail(models.ProviderIdTaken);
  }
  const present = (await listProviderRows(tx, workspace_id, created_by)).filter((row) => row.owner_id === owner_id);
  const { perAccount, perWorkspace } = models.providerLimits;
  const limit = owner_id === null ? perWorkspace : perAccount;
  if (present.length >= limit) fail(models.ProviderLimitReached, { limit });
  return undefined;
}
