import type { models, workspaces } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { findProviderAnywhere } from "../store/providers.ts";
import { findTranscriptionRow } from "../store/transcriptions.ts";
import type { ProviderRow } from "../tables.ts";

export const getTranscription: ReadAction<typeof models.getTranscription> = (tx, { input }) =>
  viewTranscription(tx, input.workspaceId);

/** A provider that is the workspace's, not somebody's own, and still there. */
export async function findShared(
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
  providerId: models.ProviderId,
): Promise<ProviderRow | undefined> {
  const provider = await findEverShared(tx, workspaceId, providerId);
  return provider?.deleted_at ? undefined : provider;
}

/** One that is or was the workspace's. */
export async function findEverShared(
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
  providerId: models.ProviderId,
): Promise<ProviderRow | undefined> {
  const provider = await findProviderAnywhere(tx, providerId);
  return provider?.workspace_id === workspaceId && provider.owner_id === null ? provider : undefined;
}

export async function viewTranscription(
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
): Promise<models.Transcription | null> {
  const row = await findTranscriptionRow(tx, workspaceId);
  const provider = row && (await findShared(tx, workspaceId, row.provider_id));
  if (!row || !provider) return null;
  const { provider_id: providerId, model_id: modelId, micros_per_minute: microsPerMinute } = row;
  return { workspaceId, choice: { providerId, modelId }, providerName: provider.name, microsPerMinute };
}
