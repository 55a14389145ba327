// How much of a question a text has; pure.
import { readWords } from "../analysis/words.ts";
import { foldPhrase, type Question, type Term } from "./question.ts";

/** A term with how much it tells: the rarer, the more. */
export type WeighedTerm = Term & { readonly weight: number; readonly count: number };

/** How much another word for it tells of what a word of the question does. */
export const fromOthers = 0.5;

export type Match = {
  /** By term, how often the text has it, and other words for it. */
  readonly counts: readonly number[];
  readonly others: readonly number[];
  readonly wordCount: number;
  /** How many weighty words it has that the question has not: without any, it says nothing new. */
  readonly news: number;
  /** From 0 to 1: how near to each other the terms stand that it has. */
  readonly nearness: number;
};

type Forms = { readonly own: ReadonlyMap<string, number[]>; readonly others: ReadonlyMap<string, number[]> };

/** The terms by their forms, for looking up words one by one. */
export const formsOfTerms = (terms: readonly Term[]): Forms => ({
  own: placesOf(terms.map(({ forms }) => forms)),
  others: placesOf(terms.map(({ others }) => others)),
});

function placesOf(lists: readonly (readonly string[])[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  lists.forEach((forms, index) => {
    for (const form of forms) places.set(form, [...(places.get(form) ?? []), index]);
  });
  return places;
}

export function matchText(text: string, forms: Forms, termCount: number): Match {
  const counts = new Array<number>(termCount).fill(0);
  const others = new Array<number>(termCount).fill(0);
  let news = 0;
  const places: { term: number; place: number }[] = [];
  const { words } = readWords(text);
  for (const { forms: known, place, stop } of words) {
    const isKnown = known.some((form) => forms.own.has(form));
    if (!stop && !isKnown) news++;
    for (const form of known) {
      for (const term of forms.others.get(form) ?? []) others[term] = (others[term] ?? 0) + 1;
      for (const term of forms.own.get(form) ?? []) {
        const last = places.at(-1);
        if (last?.term === term && last.place === place) continue;
        counts[term] = (counts[term] ?? 0) + 1;
        places.push({ term, place });
      }
    }
  }
  return { counts, others, news, wordCount: words.length, nearness: nearnessOf(places) };
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
