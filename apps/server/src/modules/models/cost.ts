// What a call costs, in millionths of a dollar. Pure.
import type { models } from "@althing/contract";
import type { TokenUsage } from "../../platform/models/index.ts";

const perTokens = 1_000_000;

/** Null where there is no price, or nobody knows the tokens: never 0 for what is not known. */
export function costOf(prices: models.Prices | null, usage: TokenUsage): number | null {
  if (!prices || usage.quality === "unknown") return null;
  const { inputTokens, cachedInputTokens, cacheWriteTokens, outputTokens } = usage;
  const plain = Math.max(0, inputTokens - cachedInputTokens - cacheWriteTokens);
  const cost =
    plain * prices.input +
    cachedInputTokens * prices.cachedInput +
    cacheWriteTokens * prices.cacheWrite +
    outputTokens * prices.output;
  return Math.round(cost / perTokens);
}

/** The dearest that reading so much and writing so much may be; 0 where there is no price, and so nothing to hold. */
export function mostItMayCost(prices: models.Prices | null, inputTokens: number, maxOutputTokens: number): number {
  if (!prices) return 0;
  const dearestInput = Math.max(prices.input, prices.cachedInput, prices.cacheWrite);
  return Math.ceil((inputTokens * dearestInput + maxOutputTokens * prices.output) / perTokens);
}
