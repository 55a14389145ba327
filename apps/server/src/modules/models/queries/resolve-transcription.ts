import type { models, workspaces } from "@althing/contract";
import type { Platform } from "../../../kernel/platform.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import type { ModelEndpoint } from "../../../platform/models/index.ts";
import { openEndpoint } from "../endpoint.ts";
import { findTranscriptionRow } from "../store/transcriptions.ts";
import type { ProviderRow } from "../tables.ts";
import { findShared } from "./transcription.ts";

/** Who writes down voice notes, and for how much. */
export type Transcriber = { readonly choice: models.ModelChoice; readonly microsPerMinute: number | null };

/** With the key: not for logs. */
export type ResolvedTranscription = Transcriber & { readonly endpoint: ModelEndpoint };

/** Undefined where nobody was chosen, or who was is switched off or gone. */
export async function findTranscriber(
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
): Promise<Transcriber | undefined> {
  return (await findChosen(tx, workspaceId))?.transcriber;
}

export async function resolveTranscription(
  platform: Platform,
  workspaceId: workspaces.WorkspaceId,
): Promise<ResolvedTranscription | undefined> {
  const found = await platform.read((tx) => findChosen(tx, workspaceId));
  if (!found) return undefined;
  const { transcriber, provider } = found;
  return { ...transcriber, endpoint: { ...openEndpoint(platform, provider), modelId: transcriber.choice.modelId } };
}

async function findChosen(
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
): Promise<{ transcriber: Transcriber; provider: ProviderRow } | undefined> {
  const row = await findTranscriptionRow(tx, workspaceId);
  const provider = row && (await findShared(tx, workspaceId, row.provider_id));
  if (!row || !provider?.enabled) return undefined;
  const choice = { providerId: provider.id, modelId: row.model_id };
  return { transcriber: { choice, microsPerMinute: row.micros_per_minute }, provider };
}
