/** From 0, guessed at once, to 3, strong: by its length and by how many different characters it has. A hint, no rule. */
export function estimateStrength(password: string): 0 | 1 | 2 | 3 {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  const distinct = new Set(password).size;
  const score = Math.min(password.length, distinct * 1.5) + kinds * 2;
  if (password.length < 8 || distinct < 5) return 0;
  if (score < 15) return 1;
  return score < 20 ? 2 : 3;
}
