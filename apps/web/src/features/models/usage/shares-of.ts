import type { models } from "@althing/contract";

/** What one of those that usage is grouped by had of it. */
export type Share = { key: string; name: string; micros: number; tokens: number; entryCount: number };

/** One for each key, the greatest spender first. */
export function sharesOf(rows: readonly models.UsageRow[]): Share[] {
  const shares = new Map<string, Share>();
  for (const { key, name, micros, tokens, entryCount } of rows) {
    const before = shares.get(key) ?? { key, name, micros: 0, tokens: 0, entryCount: 0 };
    shares.set(key, {
      ...before,
      micros: before.micros + micros,
      tokens: before.tokens + tokens.inputTokens + tokens.outputTokens,
      entryCount: before.entryCount + entryCount,
    });
  }
  return [...shares.values()].sort((one, other) => other.micros - one.micros);
}
