/** Has a claimed recording written down. What comes of it stands under it, for everyone who may read it. */
import { assistants, type files } from "@althing/contract";
import { Failure } from "../../../kernel/failure.ts";
import type { Platform } from "../../../kernel/platform.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { ModelFault, type TokenUsage } from "../../../platform/models/index.ts";
import { readFileBytes } from "../../files/index.ts";
import { lockAttachment, writeUnder } from "../../messages/index.ts";
import type { ResolvedTranscription } from "../../models/index.ts";
import { tellFailure } from "../runs/faults.ts";
import { deleteClaim, putClaim } from "../store/voices.ts";
import type { ClaimRow } from "../tables.ts";
import { type Heard, isFault, payHeard } from "./pay.ts";

type Voice = Pick<files.Attachment, "id" | "mediaType" | "sizeBytes">;
export async function hear(
  platform: Platform,
  voice: Voice,
  by: ResolvedTranscription,
  signal: AbortSignal,
): Promise<Heard> {
  const lost: (TokenUsage | null)[] = [];
  const onLost = (usage: TokenUsage | null) => void lost.push(usage);
  try {
    const bytes = await readFileBytes(platform, voice.id, "original", assistants.voiceLimits.bytes, signal);
    const recording = { mediaType: voice.mediaType, bytes };
    return { came: await platform.models.transcribe(by.endpoint, recording, { signal, onLost }), lost };
  } catch (error) {
    if (error instanceof ModelFault || error instanceof Failure) return { came: error, lost };
    throw error;
  }
}

/**
 * Pays, and writes under the recording what was heard, or why nothing was. What broke off with its holder stays claimed, for
 * whoever goes on. Gives what it cost; undefined where somebody else took it up, who paid for this one too.
 */
export async function endClaim(
  tx: WriteTx,
  claim: ClaimRow,
  { voice, by, heard, isLeft }: { voice: Voice; by: ResolvedTranscription; heard: Heard; isLeft: boolean },
): Promise<{ micros: number | null } | undefined> {
  await lockAttachment(tx, claim.file_id);
  if (!(await deleteClaim(tx, claim))) return undefined;
  const micros = await payHeard(tx, claim, { voice, by, heard });
  const { came } = heard;
  if (isLeft && isFault(came)) await putClaim(tx, { ...claim, reservation_id: null });
  else await writeUnder(tx, claim.file_id, isFault(came) ? failed(came) : { transcript: came.text });
  return { micros };
}

const failed = (fault: ModelFault | Failure): { writing: files.Writing } => ({
  writing: { state: "failed", failure: tellFailure(fault) ?? null },
});
