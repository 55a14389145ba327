/** A short fingerprint for comparing versions of a text; not for secrets. */
export const quickHash = (text: string): string => Bun.hash(text).toString(36);
