import { models } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { findShared, viewTranscription } from "../queries/transcription.ts";
import { deleteTranscription, putTranscription } from "../store/transcriptions.ts";

/** Of the workspace's providers alone: what everyone says is not sent with somebody's own key. */
export const setTranscription: WriteAction<typeof models.setTranscription> = async (tx, { input }) => {
  const { workspaceId, choice, microsPerMinute } = input;
  if (choice === null) {
    await deleteTranscription(tx, workspaceId);
    return null;
  }
  const provider = (await findShared(tx, workspaceId, choice.providerId)) ?? fail(models.ProviderNotFound);
  if (provider.kind === "anthropic") fail(models.ProviderDeaf);
  const { providerId: provider_id, modelId: model_id } = choice;
  await putTranscription(tx, { workspace_id: workspaceId, provider_id, model_id, micros_per_minute: microsPerMinute });
  return viewTranscription(tx, workspaceId);
};
