// From a message to what is kept of it; pure.
import { lexemesOf } from "./analysis/words.ts";
import type { NewPassage } from "./store/passages.ts";
import type { PassageRow } from "./tables.ts";

const longestText = 8_000;

/** Undefined where there is nothing to find it by. */
export function toPassage(row: PassageRow): NewPassage | undefined {
  const text = row.text.slice(0, longestText);
  const lexemes = lexemesOf(text);
  return lexemes.length > 0 ? { ...row, text, lexemes } : undefined;
}
