import { type AccountId, models, type workspaces } from "@althing/contract";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { memberPermissions } from "../../workspaces/index.ts";
import { listModelRows } from "../store/models.ts";
import { listProviderRows } from "../store/providers.ts";
import type { PricedModelRow, ProviderRow } from "../tables.ts";

export type Asker = { readonly workspaceId: workspaces.WorkspaceId; readonly accountId: AccountId };
export type AllowedModel = { readonly provider: ProviderRow; readonly model: PricedModelRow };

/** All models that are on and that the member may use: the workspace's by roles, and their own while they may bring keys. */
export async function listAllowed(tx: ReadTx, asker: Asker): Promise<AllowedModel[]> {
  const [standing] = await memberPermissions(tx, [asker]);
  if (!standing) return [];
  const mayBring = standing.permissions.has(models.ModelBring.name);
  const rows = await listProviderRows(tx, asker.workspaceId, asker.accountId);
  const providers = rows.filter(({ enabled, owner_id }) => enabled && (owner_id === null || mayBring));
  const modelRows = await listModelRows(
    tx,
    providers.map(({ id }) => id),
  );
  return providers.flatMap((provider) =>
    modelRows
      .filter((model) => model.provider_id === provider.id && model.enabled)
      .filter(({ roles }) => provider.owner_id !== null || models.mayUse(roles, standing.roles))
      .map((model) => ({ provider, model })),
  );
}

/** What may answer where a model was chosen: the same with a key of one's own, then the model itself. */
export function allowedFor(
  allowed: readonly AllowedModel[],
  { providerId, modelId }: models.ModelChoice,
): AllowedModel[] {
  const chosen = allowed.find(({ provider, model }) => provider.id === providerId && model.model_id === modelId);
  if (!chosen) return [];
  const isSame = ({ provider, model }: AllowedModel) =>
    provider.owner_id !== null &&
    provider.id !== providerId &&
    provider.kind === chosen.provider.kind &&
    provider.base_url === chosen.provider.base_url &&
    model.model_id === modelId;
  return chosen.provider.owner_id === null ? [...allowed.filter(isSame), chosen] : [chosen];
}

export async function requireModelAllowed(tx: ReadTx, asked: Asker & { choice: models.ModelChoice }): Promise<void> {
  if (allowedFor(await listAllowed(tx, asked), asked.choice).length === 0) fail(models.ModelNotAllowed, asked.choice);
}
