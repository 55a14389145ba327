// What a question asks for: its weighty words, phrases in quotes, people and a time; pure.
import { fold } from "../analysis/stems.ts";
import { synonymsOf } from "../analysis/synonyms.ts";
import { readWords } from "../analysis/words.ts";
import { type Period, readPeriod } from "./period.ts";

/** A weighty word: a passage has it in any of its forms. */
export type Term = {
  readonly word: string;
  readonly forms: readonly string[];
  /** Counts for what of the question is covered. What is written together counts by its parts, and once more if found whole. */
  readonly counts: boolean;
  /** Forms of other words for it, which tell less. */
  readonly others: readonly string[];
};

export type Question = {
  readonly terms: readonly Term[];
  /** Quoted: folded words that stand one after another. */
  readonly phrases: readonly string[];
  /** Handles that it names by `@`, and words that could be one. */
  readonly named: readonly string[];
  readonly possiblyNamed: readonly string[];
  readonly period: Period;
};

const mostTerms = 16;
const quoted = /["“”«»„「」]([^"“”«»„「」]{2,200})["“”«»„「」]/g;
const mentioned = /(?<![\p{L}\p{N}@])@([a-z0-9][a-z0-9._-]{0,31})/giu;

export function readQuestion(question: string, now: Date): Question {
  const { period, rest } = readPeriod(question, now);
  const phrases = [...rest.matchAll(quoted)].map(([, phrase = ""]) => foldPhrase(phrase)).filter((one) => one !== "");
  const named = [...rest.matchAll(mentioned)].map(([, handle = ""]) => handle.toLowerCase().replace(/[._-]+$/, ""));
  const { words } = readWords(rest.replace(mentioned, " "), "question");
  const spoken = words.filter(({ stop }) => !stop);
  // Where all is said in small words, they are what there is.
  const weighty = spoken.length > 0 || named.length > 0 ? spoken : words;
  const terms = new Map<string, Term>();
  for (const { word, forms, part } of weighty) {
    const key = forms[0] ?? word;
    if (!terms.has(key)) terms.set(key, { word, forms, counts: part !== "whole", others: synonymsOf(key) });
  }
  return {
    terms: [...terms.values()].slice(0, mostTerms),
    phrases,
    named,
    possiblyNamed: weighty.filter(({ part }) => part !== "part").map(({ word }) => word),
    period,
  };
}

/** Words of a text one after another, as phrases are compared. */
export const foldPhrase = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
