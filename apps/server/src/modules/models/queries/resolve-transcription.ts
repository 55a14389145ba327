import type { models, workspaces } from "@althing/contract";
import type { Platform } from "../../../kernel/platform.ts";
import type { ModelEndpoint } from "../../../platform/models/index.ts";
import { openEndpoint } from "../endpoint.ts";
import { findTranscriptionRow } from "../store/transcriptions.ts";
import { findShared } from "./transcription.ts";

/** Who writes down voice notes. Not for logs: the endpoint has the key. */
export type ResolvedTranscription = {
  readonly choice: models.ModelChoice;
  readonly endpoint: ModelEndpoint;
  readonly microsPerMinute: number | null;
};

/** Undefined where nobody was chosen, or who was is switched off or gone. */
export async function resolveTranscription(
  platform: Platform,
  workspaceId: workspaces.WorkspaceId,
): Promise<ResolvedTranscription | undefined> {
  const found = await platform.read(async (tx) => {
    const row = await findTranscriptionRow(tx, workspaceId);
    const provider = row && (await findShared(tx, workspaceId, row.provider_id));
    return row && provider?.enabled ? { row, provider } : undefined;
  });
  if (!found) return undefined;
  const { row, provider } = found;
  return {
    choice: { providerId: provider.id, modelId: row.model_id },
    endpoint: { ...openEndpoint(platform, provider), modelId: row.model_id },
    microsPerMinute: row.micros_per_minute,
  };
}
