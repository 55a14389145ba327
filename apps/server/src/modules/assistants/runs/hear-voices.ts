/**
 * Voice notes that are said to an assistant are written down before it is asked, by whom the workspace chose. What they say
 * stands under them from then on, for everyone who may read them; whoever asked pays, once.
 */
import type { files } from "@althing/contract";
import { system } from "../../../kernel/actor.ts";
import { ModelFault, type TokenUsage, type Transcript } from "../../../platform/models/index.ts";
import { readFileBytes } from "../../files/index.ts";
import { writeDown } from "../../messages/index.ts";
import {
  type ReservationId,
  type ResolvedTranscription,
  release,
  reserve,
  resolveTranscription,
  settle,
} from "../../models/index.ts";
import { readConversation } from "../context/conversation.ts";
import { updateRun } from "../store/runs.ts";
import { lockHeld } from "./end-run.ts";
import type { Hold } from "./hold.ts";
import { requireStanding } from "./standing.ts";

/** Of a conversation the newest; what services take at most is 25 MB. */
const mostNotes = 5;
const largestBytes = 20 * 1024 * 1024;

type Note = { readonly messageId: string; readonly file: files.Attachment };

export async function hearVoices(hold: Hold): Promise<void> {
  const notes = await listUnheard(hold);
  if (notes.length === 0) return;
  const by = await resolveTranscription(hold.platform, hold.run.workspace_id);
  if (!by) return;
  for (const note of notes) await hear(hold, by, note);
}

async function listUnheard({ platform, run }: Hold): Promise<Note[]> {
  if (run.purpose !== "answer") return [];
  return platform.read(async (tx) => {
    const { room } = await requireStanding(tx, run);
    const { before, prompt } = await readConversation(tx, run, room);
    const said = [...before, ...(prompt ? [prompt] : [])];
    return said
      .flatMap(({ id, attachments }) => attachments.map((file) => ({ messageId: id, file })))
      .filter(({ file }) => file.kind === "audio" && file.transcript === null && file.sizeBytes <= largestBytes)
      .slice(-mostNotes);
  });
}

/** What cannot be heard stays unheard, and the assistant is told so. */
async function hear(hold: Hold, by: ResolvedTranscription, { messageId, file }: Note): Promise<void> {
  const { platform, signal } = hold;
  const bytes = await readFileBytes(platform, file.id, "original", largestBytes, signal);
  const reservationId = await holdMoney(hold, by, file);
  const recording = { mediaType: file.mediaType, bytes };
  const heard = await platform.models.transcribe(by.endpoint, recording, signal).catch((error: unknown) => {
    if (error instanceof ModelFault) return error;
    throw error;
  });
  await platform.write(system, async (tx) => {
    const run = await lockHeld(tx, hold);
    if (heard instanceof ModelFault && !costly.has(heard.kind)) return release(tx, reservationId);
    const isHeard = !(heard instanceof ModelFault);
    const seconds = (isHeard ? heard.seconds : null) ?? secondsOf(file, usualBits);
    const micros = costOf(by, seconds);
    const usage = isHeard ? usageOf(heard) : unheard;
    await settle(tx, reservationId, { kind: "model", usage, micros, priceVersion: null, step: 0 });
    const { costMicros } = run.usage;
    const cost = costMicros === null || micros === null ? null : costMicros + micros;
    hold.run = await updateRun(tx, run, { usage: { ...run.usage, costMicros: cost } });
    if (isHeard) await writeDown(tx, { roomId: run.room_id, messageId, fileId: file.id, transcript: heard.text });
  });
  signal.throwIfAborted();
}

/** What it may cost at most: as if it were spoken through a very thin wire. */
const holdMoney = (hold: Hold, by: ResolvedTranscription, file: files.Attachment): Promise<ReservationId> =>
  hold.platform.write(system, async (tx) => {
    const { workspace_id, asked_by, assistant_id, room_id, id } = await lockHeld(tx, hold);
    return reserve(tx, {
      workspaceId: workspace_id,
      accountId: asked_by,
      assistantId: assistant_id,
      roomId: room_id,
      runId: id,
      ...by.choice,
      micros: costOf(by, secondsOf(file, fewestBits)) ?? 0,
    });
  });

const costly = new Set<ModelFault["kind"]>(["total_timeout", "cut", "stopped", "too_large"]);

/** Bits a second of speech. */
const usualBits = 32_000;
const fewestBits = 12_000;

const secondsOf = ({ sizeBytes }: files.Attachment, bits: number): number => (sizeBytes * 8) / bits;

const costOf = ({ microsPerMinute }: ResolvedTranscription, seconds: number): number | null =>
  microsPerMinute === null ? null : Math.ceil((seconds * microsPerMinute) / 60);

const noTokens = {
  inputTokens: 0,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
};
const unheard: TokenUsage = { ...noTokens, quality: "estimated" };

/** What is paid by the minute counts no tokens; how long it was is told, or taken from its size. */
const usageOf = ({ usage, seconds }: Transcript): TokenUsage =>
  usage ?? { ...noTokens, quality: seconds === null ? "estimated" : "reported" };
