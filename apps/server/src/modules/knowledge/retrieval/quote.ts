// The part of a text that fits a question best, word for word; pure.
import { sentencesOf } from "../analysis/sentences.ts";
import { formsOfTerms, matchText, type WeighedTerm } from "./matching.ts";

const longestQuote = 320;

/** One sentence, or several in a row: whole as long as the text is short. */
export function quoteOf(text: string, terms: readonly WeighedTerm[]): string {
  if (text.length <= longestQuote) return text;
  const forms = formsOfTerms(terms);
  const spans = spansOf(text);
  const worths = spans.map(({ sentence }) => {
    const { counts } = matchText(sentence, forms, terms.length);
    return counts.reduce((sum, count, index) => sum + (count > 0 ? (terms[index]?.weight ?? 0) : 0), 0);
  });
  const best = worths.indexOf(Math.max(...worths));
  let [first, last] = [best, best];
  const lengthOf = (from: number, to: number) => (spans[to]?.end ?? 0) - (spans[from]?.start ?? 0);
  for (let grown = true; grown; ) {
    grown = false;
    if (last + 1 < spans.length && lengthOf(first, last + 1) <= longestQuote) [last, grown] = [last + 1, true];
    else if (first > 0 && lengthOf(first - 1, last) <= longestQuote) [first, grown] = [first - 1, true];
  }
  return text.slice(spans[first]?.start, spans[last]?.end);
}

function spansOf(text: string): { sentence: string; start: number; end: number }[] {
  let from = 0;
  return sentencesOf(text).map((sentence) => {
    const start = text.indexOf(sentence, from);
    from = start + sentence.length;
    return { sentence, start, end: from };
  });
}
