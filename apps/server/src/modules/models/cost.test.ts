import { expect, test } from "bun:test";
import fc from "fast-check";
import { costOf, mostItMayCost } from "./cost.ts";
import { findKnownModel } from "./prices.ts";

const prices = { input: 3_000_000, cachedInput: 300_000, cacheWrite: 3_750_000, output: 15_000_000 };
const usage = {
  inputTokens: 1_000,
  cachedInputTokens: 600,
  cacheWriteTokens: 100,
  outputTokens: 200,
  reasoningTokens: 50,
  quality: "reported",
} as const;

test("each kind of token has its price, and reasoning is within what was written", () => {
  expect(costOf(prices, usage)).toBe(300 * 3 + 600 * 0.3 + 100 * 3.75 + 200 * 15);
});

test("without a price, or without tokens, nobody knows the cost", () => {
  expect(costOf(null, usage)).toBeNull();
  expect(costOf(prices, { ...usage, quality: "unknown" })).toBeNull();
  expect(mostItMayCost(null, 1_000, 1_000)).toBe(0);
});

test("a call never costs more than what was held for it", () => {
  const price = fc.nat({ max: 100_000_000 });
  const anyPrices = fc.record({ input: price, cachedInput: price, cacheWrite: price, output: price });
  const tokens = fc.nat({ max: 1_000_000 });
  fc.assert(
    fc.property(anyPrices, tokens, tokens, tokens, tokens, (some, plain, cached, kept, written) => {
      const used = { ...usage, cachedInputTokens: cached, cacheWriteTokens: kept, outputTokens: written };
      const inputTokens = plain + cached + kept;
      expect(costOf(some, { ...used, inputTokens })).toBeLessThanOrEqual(mostItMayCost(some, inputTokens, written));
    }),
  );
});

test("well-known models are known by their days too, and never by what another service calls them", () => {
  expect(findKnownModel("openai", "gpt-5-mini-2025-08-07")).toBe(findKnownModel("openai", "gpt-5-mini"));
  expect(findKnownModel("anthropic", "claude-sonnet-4-5-20250929")?.prices.input).toBe(3_000_000);
  expect(findKnownModel("google", "models/gemini-2.5-flash")?.contextTokens).toBe(1_048_576);
  expect(findKnownModel("openai", "gpt-5-miniature")).toBeUndefined();
  expect(findKnownModel("compatible", "gpt-5-mini")).toBeUndefined();
});
