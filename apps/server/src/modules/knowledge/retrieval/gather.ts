// Brings together what may answer a question: what has its rarer words, and what was said around that.
import type { ReadTx } from "../../../kernel/tx.ts";
import {
  allOf,
  anyOf,
  countPassages,
  listCandidates,
  listFollowing,
  listThreads,
  type Reach,
  type WeighedQuery,
} from "../store/retrieval.ts";
import type { PassageRow } from "../tables.ts";
import { fromOthers, type WeighedTerm } from "./matching.ts";
import type { Question, Term } from "./question.ts";

/** A word that is found more often than this tells little: it is looked for in what the others find, or beside another. */
const common = 2_000;
const fewestPassages = 1_000;
const mostPairs = 10;

/** Terms with how much they tell: the rarer, the more, and most of all what is nowhere. */
export async function weighTerms(tx: ReadTx, terms: readonly Term[], reach: Reach): Promise<WeighedTerm[]> {
  const { counts, total } = await countPassages(
    tx,
    reach,
    terms.map(({ forms }) => anyOf(forms)),
    common,
  );
  const all = Math.max(fewestPassages, total, ...counts.map((count) => count * 4));
  return terms.map((term, index) => {
    const count = counts[index] ?? 0;
    return { ...term, count, weight: Math.log(1 + (all - count + 0.5) / (count + 0.5)) };
  });
}

export async function findCandidates(
  tx: ReadTx,
  reach: Reach,
  asked: { terms: readonly WeighedTerm[]; question: Question; count: number },
): Promise<PassageRow[]> {
  const queries = queriesOf(asked.terms, asked.question);
  return queries.length === 0 ? [] : listCandidates(tx, reach, queries, { perQuery: common, count: asked.count });
}

/** What to look up: each rarer word by itself, common ones by twos, or alone where there is nothing else; phrases by their words. */
function queriesOf(terms: readonly WeighedTerm[], { phrases }: Question): WeighedQuery[] {
  const known = terms.filter(({ count }) => count > 0);
  const rare = known.filter(({ count }) => count < common);
  const frequent = known.filter(({ count }) => count >= common);
  const pairs = frequent
    .flatMap((one, index) => frequent.slice(index + 1).map((other) => [one, other] as const))
    .slice(0, mostPairs)
    .map(([one, other]) => ({
      query: allOf([one, other].map(({ forms }) => anyOf(forms))),
      weight: one.weight + other.weight,
    }));
  const alone = rare.length === 0 && pairs.length === 0 ? frequent : rare;
  const quoted = phrases.flatMap((phrase) => {
    const words = new Set(phrase.split(" "));
    const parts = known.filter(({ word }) => words.has(word));
    if (parts.length < 2) return [];
    return {
      query: allOf(parts.map(({ forms }) => anyOf(forms))),
      weight: 2 * parts.reduce((sum, { weight }) => sum + weight, 0),
    };
  });
  const others = terms
    .filter((term) => term.others.length > 0)
    .map((term) => ({ query: anyOf(term.others), weight: term.weight * fromOthers * 0.5 }));
  return [...alone.map(({ forms, weight }) => ({ query: anyOf(forms), weight })), ...pairs, ...quoted, ...others];
}

const threadCount = 60;
const threadReplies = 12;
const followedCount = 15;
const followingCount = 8;

/** With the threads that they are of, and what was said after those that are of none. */
export async function withContext(tx: ReadTx, candidates: readonly PassageRow[]): Promise<PassageRow[]> {
  const rootIds = [...new Set(candidates.map(({ root_id, message_id }) => root_id ?? message_id))];
  const threads = await listThreads(tx, rootIds.slice(0, threadCount), threadReplies);
  const threaded = new Set(threads.flatMap(({ root_id }) => root_id ?? []));
  const loose = candidates.filter(({ root_id, message_id }) => root_id === null && !threaded.has(message_id));
  const following = await listFollowing(tx, loose.slice(0, followedCount), followingCount);
  return [...new Map([...candidates, ...threads, ...following].map((row) => [row.message_id, row])).values()];
}
