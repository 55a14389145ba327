/** Has a claimed recording written down. What comes of it stands under it, for everyone who may read it. */
import { assistants, type files } from "@althing/contract";
import { Failure } from "../../../kernel/failure.ts";
import type { Platform } from "../../../kernel/platform.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { ModelFault, type Transcript } from "../../../platform/models/index.ts";
import { readFileBytes } from "../../files/index.ts";
import { lockAttachment, writeUnder } from "../../messages/index.ts";
import { type ReservationId, type ResolvedTranscription, release, settle } from "../../models/index.ts";
import { tellFailure } from "../runs/faults.ts";
import { deleteClaim, putClaim } from "../store/voices.ts";
import type { ClaimRow } from "../tables.ts";
import { mayHaveCost, settlementOf } from "./cost.ts";

type Voice = Pick<files.Attachment, "id" | "mediaType" | "sizeBytes">;
export type Heard = Transcript | ModelFault | Failure;

const isFault = (heard: Heard): heard is ModelFault | Failure => heard instanceof Error;

export async function hear(
  platform: Platform,
  voice: Voice,
  by: ResolvedTranscription,
  signal: AbortSignal,
): Promise<Heard> {
  try {
    const bytes = await readFileBytes(platform, voice.id, "original", assistants.voiceLimits.bytes, signal);
    return await platform.models.transcribe(by.endpoint, { mediaType: voice.mediaType, bytes }, signal);
  } catch (error) {
    if (error instanceof ModelFault || error instanceof Failure) return error;
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
  const micros = await pay(tx, claim, { voice, by, heard });
  if (isLeft && isFault(heard)) await putClaim(tx, { ...claim, reservation_id: null });
  else await writeUnder(tx, claim.file_id, isFault(heard) ? failed(heard) : { transcript: heard.text });
  return { micros };
}

async function pay(
  tx: WriteTx,
  { reservation_id }: ClaimRow,
  { voice, by, heard }: { voice: Voice; by: ResolvedTranscription; heard: Heard },
): Promise<number | null> {
  if (reservation_id === null) return 0;
  const id = reservation_id as ReservationId;
  if (isFault(heard) && !(heard instanceof ModelFault && mayHaveCost(heard))) {
    await release(tx, id);
    return 0;
  }
  const settlement = settlementOf(by, voice, isFault(heard) ? undefined : heard);
  await settle(tx, id, settlement);
  return settlement.micros;
}

const failed = (fault: ModelFault | Failure): { writing: files.Writing } => ({
  writing: { state: "failed", failure: tellFailure(fault) ?? null },
});
