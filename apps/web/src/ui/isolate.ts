/** A name within a sentence keeps its own direction, and does not turn what stands beside it; for where `<bdi>` cannot be. */
export const isolate = (text: string): string => `\u2068${text}\u2069`;
