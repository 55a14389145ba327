// Of passages that say the same, one is enough; pure.
import { readWords } from "../analysis/words.ts";
import type { Ranked } from "./rank.ts";

const same = 0.8;
/** How much a passage loses for what better ones have said before it. */
const penalty = 0.35;

/** The best first, each weighed against what was taken before it (maximal marginal relevance). */
export function withoutRepeats(ranked: readonly Ranked[], limit: number): Ranked[] {
  const rest = ranked.slice(0, limit * 4).map((one) => ({ ...one, words: wordsOf(one.row.text), likeness: 0 }));
  const taken: typeof rest = [];
  const worth = (one: (typeof rest)[number]) => one.score * (1 - penalty * one.likeness);
  while (taken.length < limit && rest.length > 0) {
    rest.sort((one, other) => worth(other) - worth(one));
    const best = rest.shift();
    if (!best) break;
    if (best.likeness >= same) continue;
    taken.push(best);
    for (const one of rest) one.likeness = Math.max(one.likeness, likenessOf(best.words, one.words));
  }
  return taken.map(({ row, score, coverage }) => ({ row, score, coverage }));
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(readWords(text).words.flatMap(({ stop, forms }) => (stop ? [] : (forms[0] ?? []))));

function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const shared = one.intersection(other).size;
  return shared / (one.size + other.size - shared);
}
