// What writing a recording down costs: by its length, which is told, or taken from its size. Pure.
import type { files } from "@althing/contract";
import type { ModelFault, TokenUsage, Transcript } from "../../../platform/models/index.ts";
import type { Settlement, Transcriber } from "../../models/index.ts";

type Sized = Pick<files.Attachment, "sizeBytes">;

/** Bits a second of speech. */
const usualBits = 32_000;
const fewestBits = 12_000;

const secondsOf = ({ sizeBytes }: Sized, bits: number): number => (sizeBytes * 8) / bits;

const costOf = ({ microsPerMinute }: Transcriber, seconds: number): number | null =>
  microsPerMinute === null ? null : Math.ceil((seconds * microsPerMinute) / 60);

/** As if it were spoken through a very thin wire. */
export const mostItMayCost = (by: Transcriber, voice: Sized): number => costOf(by, secondsOf(voice, fewestBits)) ?? 0;

/** Of the faults those that may have cost something all the same. */
const costly = new Set<ModelFault["kind"]>(["total_timeout", "cut", "stopped", "too_large"]);
export const mayHaveCost = ({ kind, usage }: ModelFault): boolean => costly.has(kind) || usage.inputTokens > 0;

const noTokens = {
  inputTokens: 0,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
};

type Told = Pick<Transcript, "seconds" | "usage">;
const nothingTold: Told = { seconds: null, usage: null };

/** What is paid by the minute counts no tokens. Where nobody told how long it was, it is an estimate. */
export function settlementOf(by: Transcriber, voice: Sized, { seconds, usage }: Told = nothingTold): Settlement {
  const counted: TokenUsage = usage ?? { ...noTokens, quality: seconds === null ? "estimated" : "reported" };
  const micros = costOf(by, seconds ?? secondsOf(voice, usualBits));
  return { kind: "model", usage: counted, micros, priceVersion: null, step: 0 };
}
