/**
 * How many tokens a text has, about. A real vocabulary takes 57 MB and stops the process for half a second when it is loaded,
 * and minutes for a hostile text; no two providers share one anyway. Weights: docs/decisions/0012-language-models.md.
 */
const pieces =
  /(?<latin>[\p{Script=Latin}'’]+)|(?<digits>\d+)|(?<dense>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)|(?<letters>[\p{L}\p{M}]+)|(?<space>\s+)|(?<picture>\p{Extended_Pictographic})|(?<marks>[\p{P}\p{S}]+)|./gsu;

const wholeLength = 65_536;
const samples = 4;

/** Of a long text a few parts are looked at, evenly spread, so that no text keeps the process busy for long. */
export function countTokens(text: string): number {
  if (text.length <= wholeLength) return Math.ceil(weighAll(text));
  const [step, length] = [text.length / samples, wholeLength / samples];
  const parts = Array.from({ length: samples }, (_, index) => text.slice(index * step, index * step + length));
  return Math.ceil((weighAll(parts.join("")) * text.length) / wholeLength);
}

function weighAll(text: string): number {
  let tokens = 0;
  for (const { groups } of text.matchAll(pieces)) tokens += groups ? weigh(groups) : 0;
  return tokens;
}

function weigh({ latin, space, marks, digits, dense, letters, picture }: Record<string, string | undefined>): number {
  if (latin !== undefined) return Math.max(1, latin.length / 6);
  if (space !== undefined) return space === " " ? 0 : 1;
  if (marks !== undefined) return 0.4 + marks.length * 0.3;
  if (digits !== undefined) return Math.ceil(digits.length / 3);
  if (dense !== undefined) return dense.length * 0.72;
  if (letters !== undefined) return Math.max(1, letters.length / 3.4);
  return picture === undefined ? 1 : 2;
}
