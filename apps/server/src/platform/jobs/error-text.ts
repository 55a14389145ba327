const secrets: readonly (readonly [RegExp, string])[] = [
  [/:\/\/[^\s/@]+@/g, "://[redacted]@"],
  [/\b(bearer|basic)\s+\S+/gi, "$1 [redacted]"],
  [
    /((?:password|passphrase|secret|token|ticket|cookie|key|authorization)["']?\s*[=:]\s*)(?:"[^"]*"|[^\s,;&"]+)/gi,
    "$1[redacted]",
  ],
  [/[^\s@<>"'(]+@[^\s@<>"')]+\.[^\s@<>"')]+/g, "[address]"],
];
const maxLength = 1_000;

/** What an error may tell in a table, a log or on a screen: without what opens doors or names people. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : "Something that is no error was thrown";
  return covered(text.slice(0, maxLength));
}

export const errorStack = (error: unknown): string | undefined =>
  error instanceof Error && error.stack ? covered(error.stack.slice(0, 4 * maxLength)) : undefined;

const covered = (text: string): string => secrets.reduce((rest, [secret, cover]) => rest.replace(secret, cover), text);
