/** A short fingerprint for comparing versions of a text; not for secrets. */
export const quickHash = (content: string | Uint8Array): string => Bun.hash(content).toString(36);
