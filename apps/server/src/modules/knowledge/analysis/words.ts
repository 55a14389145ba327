/**
 * A text as words, the same for what is stored and for what is asked. What is written together (`/etc/fstab`, `sources.list`,
 * `sendMessage`) is one word and its parts; what is written without spaces is read by pairs of characters.
 */
import { fold, formsOf } from "./stems.ts";
import { type Language, languageOf, stopWords } from "./stop-words.ts";

export type Word = {
  /** Folded, as it stands in the text. */
  readonly word: string;
  /** By which it is found. */
  readonly forms: readonly string[];
  /** Where it stands, in words. */
  readonly place: number;
  /** Says nothing about the subject. */
  readonly stop: boolean;
  /** Written together with others, or one of the parts of what is. */
  readonly part: "whole" | "part" | "alone";
};

const mostWords = 2_000;
const longestForm = 60;
const together = /[\p{L}\p{M}\p{N}_]+(?:[.\\/:@'’+#~=-]+[\p{L}\p{M}\p{N}_]+)*(?:[+#]{1,2}(?![\p{L}\p{N}]))?/gu;
const parts = /\p{Lu}?[\p{Ll}\p{M}]+|\p{Lu}+(?!\p{Ll})|[\p{Lo}\p{Lm}\p{M}]+|\p{N}+|\p{L}/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]/u;
/** Most words are such, and need no closer look. */
const simple = /^[A-Z]?[a-z]+$/;
const apostrophe = /^(\p{L}+)['’](?:s|t|m|d|ll|re|ve)$/iu;

type Raw = { word: string; part: Word["part"]; place: number };

export function readWords(text: string, asked?: "question"): { words: Word[]; language: Language } {
  const raw = readRaw(text);
  const language = languageOf(raw.map(({ word }) => word));
  const stops = stopWords[language];
  const words = raw.map(({ word, part, place }) => ({
    word,
    place,
    part,
    stop: stops.has(word) || (part === "part" && (word.length < 2 || stopWords.en.has(word))),
    forms: part === "whole" || unspaced.test(word) ? [word] : formsOf(word, asked ? undefined : language),
  }));
  return { words, language };
}

function readRaw(text: string): Raw[] {
  const raw: Raw[] = [];
  let place = 0;
  for (const [chunk] of text.matchAll(together)) {
    if (raw.length >= mostWords) break;
    if (simple.test(chunk)) {
      raw.push({ word: chunk.toLowerCase(), part: "alone", place: place++ });
      continue;
    }
    const contracted = apostrophe.exec(chunk)?.[1];
    const pieces = contracted ? [contracted] : piecesOf(chunk);
    const isNumber = /^[\d.:/-]+$/.test(chunk);
    if (pieces.length > 1 || isNumber)
      raw.push({ word: fold(chunk).slice(0, longestForm), part: isNumber ? "alone" : "whole", place });
    if (isNumber) place++;
    else
      for (const piece of pieces) {
        const word = fold(piece).slice(0, longestForm);
        for (const one of unspaced.test(word) ? pairs(word) : [word])
          raw.push({ word: one, part: pieces.length > 1 ? "part" : "alone", place: place++ });
      }
  }
  return raw;
}

/** Letters and digits that belong together stay so: `i386`, `ext4`; but `sendMessage` and `x_y` are two. */
function piecesOf(chunk: string): string[] {
  return chunk.split(/[^\p{L}\p{M}\p{N}+#]+/u).flatMap((piece) => {
    if (piece === "" || /\p{N}/u.test(piece) || /[+#]$/.test(piece)) return piece === "" ? [] : [piece];
    return /\p{Ll}\p{Lu}/u.test(piece) ? (piece.match(parts) ?? []) : [piece];
  });
}

function pairs(word: string): string[] {
  const characters = [...word];
  if (characters.length < 3) return [word];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** Every form that a text is found by. */
export const lexemesOf = (text: string): string[] => [
  ...new Set(readWords(text).words.flatMap(({ stop, forms }) => (stop ? [] : forms))),
];
