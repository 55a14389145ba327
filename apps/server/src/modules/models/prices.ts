/**
 * What well-known models cost and can read, to our knowledge of November 2025, not compared with their price lists: only where no admin said otherwise,
 * and never for compatible services, whose names promise nothing. In dollars for a million tokens.
 */
import type { models } from "@althing/contract";

/** The date of the table. A change of the table is a new date; admins' own versions count from 1. */
export const priceTableVersion = 20_251_101;

export type KnownModel = {
  readonly prices: models.Prices;
  readonly contextTokens: number;
  readonly takesImages: boolean;
};

type Priced = { input: number; cached: number; write?: number; output: number };
type Row = readonly [id: string, contextTokens: number, prices: Priced];

const openai: readonly Row[] = [
  ["gpt-5.1", 400_000, { input: 1.25, cached: 0.125, output: 10 }],
  ["gpt-5", 400_000, { input: 1.25, cached: 0.125, output: 10 }],
  ["gpt-5-mini", 400_000, { input: 0.25, cached: 0.025, output: 2 }],
  ["gpt-5-nano", 400_000, { input: 0.05, cached: 0.005, output: 0.4 }],
  ["gpt-4.1", 1_047_576, { input: 2, cached: 0.5, output: 8 }],
  ["gpt-4.1-mini", 1_047_576, { input: 0.4, cached: 0.1, output: 1.6 }],
  ["gpt-4.1-nano", 1_047_576, { input: 0.1, cached: 0.025, output: 0.4 }],
  ["gpt-4o", 128_000, { input: 2.5, cached: 1.25, output: 10 }],
  ["gpt-4o-mini", 128_000, { input: 0.15, cached: 0.075, output: 0.6 }],
  ["o3", 200_000, { input: 2, cached: 0.5, output: 8 }],
  ["o4-mini", 200_000, { input: 1.1, cached: 0.275, output: 4.4 }],
];
const anthropic: readonly Row[] = [
  ["claude-opus-4-5", 200_000, { input: 5, cached: 0.5, write: 6.25, output: 25 }],
  ["claude-opus-4-1", 200_000, { input: 15, cached: 1.5, write: 18.75, output: 75 }],
  ["claude-opus-4", 200_000, { input: 15, cached: 1.5, write: 18.75, output: 75 }],
  ["claude-sonnet-4-5", 200_000, { input: 3, cached: 0.3, write: 3.75, output: 15 }],
  ["claude-sonnet-4", 200_000, { input: 3, cached: 0.3, write: 3.75, output: 15 }],
  ["claude-haiku-4-5", 200_000, { input: 1, cached: 0.1, write: 1.25, output: 5 }],
  ["claude-3-5-haiku", 200_000, { input: 0.8, cached: 0.08, write: 1, output: 4 }],
];
const google: readonly Row[] = [
  ["gemini-2.5-pro", 1_048_576, { input: 1.25, cached: 0.125, output: 10 }],
  ["gemini-2.5-flash", 1_048_576, { input: 0.3, cached: 0.03, output: 2.5 }],
  ["gemini-2.5-flash-lite", 1_048_576, { input: 0.1, cached: 0.01, output: 0.4 }],
  ["gemini-2.0-flash", 1_048_576, { input: 0.1, cached: 0.025, output: 0.4 }],
];

const micros = (dollars: number): number => Math.round(dollars * 1_000_000);

const index = (rows: readonly Row[]): ReadonlyMap<string, KnownModel> =>
  new Map(
    rows.map(([id, contextTokens, { input, cached, write, output }]) => {
      const prices = {
        input: micros(input),
        cachedInput: micros(cached),
        cacheWrite: micros(write ?? input),
        output: micros(output),
      };
      return [id, { prices, contextTokens, takesImages: true }];
    }),
  );

const known = { openai: index(openai), anthropic: index(anthropic), google: index(google) };

/** A model of the table, also under the name of one of its days: `gpt-5-mini-2025-08-07`, `models/gemini-2.5-pro`. */
export function findKnownModel(kind: models.ProviderKind, modelId: string): KnownModel | undefined {
  if (kind === "compatible") return undefined;
  const plain = modelId.replace(/^models\//, "").replace(/-(?:\d{4}-\d{2}-\d{2}|\d{8}|\d{3}|latest)$/, "");
  return known[kind].get(plain);
}
