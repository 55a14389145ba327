import { models, type workspaces } from "@althing/contract";
import type { ReadAction, WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { findProviderAnywhere } from "../store/providers.ts";
import { deleteTranscription, findTranscriptionRow, putTranscription } from "../store/transcriptions.ts";
import type { ProviderRow } from "../tables.ts";

export const getTranscription: ReadAction<typeof models.getTranscription> = (tx, { input }) =>
  viewTranscription(tx, input.workspaceId);

/** Of the workspace's providers alone: what everyone says is not sent with somebody's own key. */
export const setTranscription: WriteAction<typeof models.setTranscription> = async (tx, { input }) => {
  const { workspaceId, choice, microsPerMinute } = input;
  if (choice === null) {
    await deleteTranscription(tx, workspaceId);
    return null;
  }
  const provider = await findOwn(tx, workspaceId, choice.providerId);
  if (!provider) fail(models.ProviderNotFound);
  if (provider.kind === "anthropic") fail(models.ProviderDeaf);
  const { providerId: provider_id, modelId: model_id } = choice;
  await putTranscription(tx, { workspace_id: workspaceId, provider_id, model_id, micros_per_minute: microsPerMinute });
  return viewTranscription(tx, workspaceId);
};

/** A provider that is the workspace's, not somebody's own, and still there. */
export async function findOwn(
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
  providerId: models.ProviderId,
): Promise<ProviderRow | undefined> {
  const provider = await findProviderAnywhere(tx, providerId);
  const isOwn = provider?.workspace_id === workspaceId && provider.owner_id === null && !provider.deleted_at;
  return isOwn ? provider : undefined;
}

async function viewTranscription(
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
): Promise<models.Transcription | null> {
  const row = await findTranscriptionRow(tx, workspaceId);
  const provider = row && (await findOwn(tx, workspaceId, row.provider_id));
  if (!row || !provider) return null;
  const { provider_id: providerId, model_id: modelId, micros_per_minute: microsPerMinute } = row;
  return { workspaceId, choice: { providerId, modelId }, providerName: provider.name, microsPerMinute };
}
