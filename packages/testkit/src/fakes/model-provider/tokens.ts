/** The fake's own count, which no code under test shares: a token is a word or a mark. */
export function tokensOf(text: string): number {
  return text.match(/[\p{L}\p{N}]+|[^\p{L}\p{N}\s]/gu)?.length ?? 0;
}
