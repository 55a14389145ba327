/**
 * How many tokens a text has, about. A real vocabulary takes 57 MB and stops the process for half a second when it is loaded,
 * and minutes for a hostile text; no two providers share one anyway. Weights: docs/decisions/0012-language-models.md.
 */
const pieces =
  /(?<latin>[\p{Script=Latin}'’]+)|(?<digits>\d+)|(?<dense>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)|(?<letters>[\p{L}\p{M}]+)|(?<space>\s+)|(?<marks>.)/gsu;

export function countTokens(text: string): number {
  let tokens = 0;
  for (const { groups } of text.matchAll(pieces)) tokens += groups ? weigh(groups) : 0;
  return Math.ceil(tokens);
}

function weigh({ latin, digits, dense, letters, space }: Record<string, string | undefined>): number {
  if (latin !== undefined) return Math.max(1, latin.length / 5);
  if (space !== undefined) return space === " " ? 0 : 1;
  if (digits !== undefined) return Math.ceil(digits.length / 3);
  if (letters !== undefined) return Math.max(1, letters.length / 3);
  return dense === undefined ? 0.7 : dense.length * 0.8;
}
