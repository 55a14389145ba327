/**
 * Voice notes that are said to an assistant are written down before it is asked, by whom the workspace chose; whoever asked
 * pays. What others are having written down is waited for.
 */
import { setTimeout } from "node:timers/promises";
import { assistants, type files } from "@althing/contract";
import { system } from "../../../kernel/actor.ts";
import { type ResolvedTranscription, resolveTranscription } from "../../models/index.ts";
import type { Conversation } from "../context/conversation.ts";
import type { Prepared } from "../context/prepare.ts";
import { lockRun, updateRun } from "../store/runs.ts";
import type { ClaimRow, RunRow } from "../tables.ts";
import { type Asking, claimVoice } from "../voices/claim.ts";
import { endClaim, hear } from "../voices/hear.ts";
import { lockHeld } from "./end-run.ts";
import { RunFault } from "./faults.ts";
import type { Hold } from "./hold.ts";

/** Of a conversation the newest. */
const mostNotes = 5;
const lookAgainMs = 250;

/** Whether any was listened to, so that there is more to read. */
export async function hearVoices(hold: Hold, conversation: Conversation): Promise<boolean> {
  const notes = hold.run.purpose === "answer" ? listUnheard(conversation) : [];
  if (notes.length === 0) return false;
  const by = await resolveTranscription(hold.platform, hold.run.workspace_id);
  if (!by) return false;
  for (const note of notes) await hearOne(hold, by, note);
  return true;
}

const listUnheard = ({ before, prompt }: Conversation): files.Attachment[] =>
  [...before, ...(prompt ? [prompt] : [])]
    .flatMap(({ attachments }) => attachments)
    .filter(({ kind, transcript }) => kind === "audio" && transcript === null)
    .filter(({ sizeBytes }) => sizeBytes <= assistants.voiceLimits.bytes)
    .slice(-mostNotes);

/** A voice note that nobody wrote down, and nothing else, is no question. */
export function requireHeard({ purpose }: RunRow, { conversation: { prompt }, question }: Prepared): void {
  const kinds = new Set(prompt?.attachments.map(({ kind }) => kind));
  const isOnlySpoken = kinds.size === 1 && kinds.has("audio");
  if (purpose === "answer" && isOnlySpoken && question.trim() === "") throw new RunFault("not_heard");
}

async function hearOne(hold: Hold, by: ResolvedTranscription, note: files.Attachment): Promise<void> {
  const claimOrWait = () =>
    hold.platform.write(system, async (tx) => claimVoice(tx, note.id, askingOf(await lockHeld(tx, hold)), by));
  let claim = await claimOrWait();
  for (; claim === "busy"; claim = await claimOrWait())
    await setTimeout(lookAgainMs, undefined, { signal: hold.signal });
  if (claim !== "settled") await hearClaimed(hold, by, note, claim);
}

/** What cannot be heard stays unheard, and the assistant is told so. */
async function hearClaimed(
  hold: Hold,
  by: ResolvedTranscription,
  voice: files.Attachment,
  claim: ClaimRow,
): Promise<void> {
  const { platform, signal } = hold;
  const heard = await hear(platform, voice, by, signal);
  await platform.write(system, async (tx) => {
    const run = await lockRun(tx, hold.run.id);
    const ended = await endClaim(tx, claim, { voice, by, heard, isLeft: signal.aborted });
    if (!ended || run?.lease_owner !== hold.owner) return;
    const { costMicros: before } = run.usage;
    const costMicros = before === null || ended.micros === null ? null : before + ended.micros;
    hold.run = await updateRun(tx, run, { usage: { ...run.usage, costMicros } });
  });
  signal.throwIfAborted();
}

const askingOf = (run: RunRow): Asking => ({
  claimId: run.id,
  workspaceId: run.workspace_id,
  roomId: run.room_id,
  accountId: run.asked_by,
  assistantId: run.assistant_id,
  runId: run.id,
});
