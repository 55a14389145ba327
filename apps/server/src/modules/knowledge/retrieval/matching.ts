// How much of a question a text has; pure.
import { readWords } from "../analysis/words.ts";
import { foldPhrase, type Question, type Term } from "./question.ts";

/** A term with how much it tells: the rarer, the more. */
export type WeighedTerm = Term & { readonly weight: number; readonly count: number };

export type Match = {
  /** By term, how often the text has it. */
  readonly counts: readonly number[];
  readonly wordCount: number;
  /** From 0 to 1: how near to each other the terms stand that it has. */
  readonly nearness: number;
};

type Forms = ReadonlyMap<string, readonly number[]>;

/** The terms by their forms, for looking up words one by one. */
export function formsOfTerms(terms: readonly Term[]): Forms {
  const found = new Map<string, number[]>();
  terms.forEach(({ forms }, index) => {
    for (const form of forms) found.set(form, [...(found.get(form) ?? []), index]);
  });
  return found;
}

export function matchText(text: string, forms: Forms, termCount: number): Match {
  const counts = new Array<number>(termCount).fill(0);
  const places: { term: number; place: number }[] = [];
  const { words } = readWords(text);
  for (const { forms: known, place } of words) {
    const hit = new Set(known.flatMap((form) => forms.get(form) ?? []));
    for (const term of hit) {
      counts[term] = (counts[term] ?? 0) + 1;
      places.push({ term, place });
    }
  }
  return { counts, wordCount: words.length, nearness: nearnessOf(places) };
}

/** The densest way from each term to another one, summed over the pairs that stand within a few words. */
function nearnessOf(places: readonly { term: number; place: number }[]): number {
  const nearest = new Map<number, number>();
  places.forEach(({ term, place }, index) => {
    for (const other of places.slice(index + 1, index + 6)) {
      if (other.term === term) continue;
      const near = 1 / Math.max(1, other.place - place);
      for (const one of [term, other.term]) nearest.set(one, Math.max(nearest.get(one) ?? 0, near));
    }
  });
  const sum = [...nearest.values()].reduce((total, near) => total + near, 0);
  return nearest.size === 0 ? 0 : sum / nearest.size;
}

/** How many of the quoted phrases stand in the text. */
export function countPhrases(text: string, { phrases }: Question): number {
  if (phrases.length === 0) return 0;
  const folded = ` ${foldPhrase(text)} `;
  return phrases.filter((phrase) => folded.includes(` ${phrase} `)).length;
}
