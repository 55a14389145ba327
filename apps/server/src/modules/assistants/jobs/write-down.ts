/** Voice notes that people want written down. What a server left in the middle is taken up by the next. */
import { assistants, type files, type ToldFailure } from "@althing/contract";
import { FileId } from "@althing/contract/files";
import { z } from "zod";
import { system } from "../../../kernel/actor.ts";
import { Failure } from "../../../kernel/failure.ts";
import { type JobBinding, onJob } from "../../../kernel/module.ts";
import type { Platform } from "../../../kernel/platform.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { defineJob } from "../../../platform/jobs/index.ts";
import { lockAttachment } from "../../messages/index.ts";
import { type ResolvedTranscription, resolveTranscription } from "../../models/index.ts";
import { tellFailure } from "../runs/faults.ts";
import { findClaim } from "../store/voices.ts";
import type { ClaimRow } from "../tables.ts";
import { claimVoice } from "../voices/claim.ts";
import { dropClaim } from "../voices/drop.ts";
import { endClaim, hear } from "../voices/hear.ts";

const payload = z.object({ fileId: FileId, claimId: z.uuid() });
const job = defineJob("assistants.write_down", { payload, maxAttempts: 6 });
type Asked = z.output<typeof payload>;

/** So that slow services never keep other jobs from their turn. */
const mostAtOnce = 2;
const waitMs = 1_000;
const mostAttempts = 4;
let runningCount = 0;

export const enqueueWriting = (tx: WriteTx, { file_id, id }: ClaimRow): Promise<void> =>
  tx.enqueue(job, { fileId: file_id, claimId: id });

export const writeDownJob: JobBinding = onJob(job, async (platform, asked, { attempt, signal }) => {
  if (runningCount >= mostAtOnce) {
    const runAt = new Date(platform.clock().getTime() + waitMs);
    return platform.write(system, (tx) => tx.enqueue(job, asked, { runAt }));
  }
  runningCount++;
  try {
    await carryOut(platform, asked, attempt, signal);
  } finally {
    runningCount--;
  }
});

async function carryOut(platform: Platform, asked: Asked, attempt: number, signal: AbortSignal): Promise<void> {
  const claim = await platform.read((tx) => findOwn(tx, asked));
  if (!claim) return;
  if (attempt > mostAttempts) return giveUp(platform, asked, gaveUp);
  const by = await resolveTranscription(platform, claim.workspace_id);
  if (!by) return giveUp(platform, asked, missing);
  try {
    await goOn(platform, asked, by, attempt, signal);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    await giveUp(platform, asked, tellFailure(error) ?? gaveUp);
  }
  signal.throwIfAborted();
}

async function goOn(
  platform: Platform,
  asked: Asked,
  by: ResolvedTranscription,
  attempt: number,
  signal: AbortSignal,
): Promise<void> {
  const held = await platform.write(system, (tx) => takeUp(tx, asked, by, attempt));
  if (!held) return;
  const heard = await hear(platform, held.voice, by, signal);
  await platform.write(system, (tx) => endClaim(tx, held.claim, { ...held, by, heard, isLeft: signal.aborted }));
}

/** The claim as it was made, or made anew where it was held before; what nobody can hear any more is let go. */
async function takeUp(
  tx: WriteTx,
  asked: Asked,
  by: ResolvedTranscription,
  attempt: number,
): Promise<{ voice: files.Attachment; claim: ClaimRow } | undefined> {
  const voice = await lockAttachment(tx, asked.fileId);
  const claim = await findOwn(tx, asked);
  if (!claim) return undefined;
  if (voice && attempt === 1 && claim.reservation_id !== null) return { voice, claim };
  const again = await claimVoice(tx, asked.fileId, askingOf(claim), by);
  if (voice && typeof again !== "string") return { voice, claim: again };
  await dropClaim(tx, claim, undefined);
  return undefined;
}

const giveUp = (platform: Platform, asked: Asked, failure: ToldFailure): Promise<void> =>
  platform.write(system, async (tx) => {
    const claim = await findOwn(tx, asked);
    if (claim) await dropClaim(tx, claim, { state: "failed", failure });
  });

async function findOwn(tx: Parameters<typeof findClaim>[0], { fileId, claimId }: Asked): Promise<ClaimRow | undefined> {
  const claim = await findClaim(tx, fileId);
  return claim?.id === claimId ? claim : undefined;
}

const askingOf = (claim: ClaimRow) => ({
  claimId: claim.id,
  workspaceId: claim.workspace_id,
  roomId: claim.room_id,
  accountId: claim.account_id,
  assistantId: claim.assistant_id,
  runId: claim.run_id,
});

const gaveUp: ToldFailure = { code: "voice_gave_up", message: assistants.voiceFailures.voice_gave_up };
const { code, title, message } = assistants.TranscriberMissing;
const missing: ToldFailure = { code, message: `${title}. ${message}` };
