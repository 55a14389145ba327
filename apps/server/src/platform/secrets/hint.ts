import { createHash } from "node:crypto";

/** What may be shown of a secret that can be written and not read. */
export type SecretHint = {
  /** The last four characters; none of a secret that would be half told by them. */
  readonly ending: string;
  /** Eight hexadecimal digits, the same for the same secret: to see whether two are one, or which one is in use. */
  readonly fingerprint: string;
};

const leastLength = 16;

export const hintOf = (secret: string): SecretHint => ({
  ending: secret.length < leastLength ? "" : secret.slice(-4),
  fingerprint: createHash("sha256").update(`althing:hint:${secret}`).digest("hex").slice(0, 8),
});
