/** What a log may never tell, wherever it lies: what opens doors, what people wrote, and where to write to them. */
const SECRET_KEY =
  /(?:password|passphrase|secret|token|ticket|authorization|cookie|credentials?|(?:api|master|private)[-_]?key|e[-_]?mail)$|^(?:body|html|otp|x-api-key)$/i;

const REDACTED = "[redacted]";
const MAX_DEPTH = 8;

/** A copy with secrets covered by the names of their fields; what lies deeper than eight levels is left out. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null || isLeaf(value)) return value;
  if (depth >= MAX_DEPTH) return "[too deep]";
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return redactFields(value, depth);
}

export function redactFields(fields: object, depth = 0): Record<string, unknown> {
  const entries = Object.entries(fields).map(([key, value]) => {
    const isSecret = value !== undefined && value !== null && SECRET_KEY.test(key);
    return [key, isSecret ? REDACTED : redact(value, depth + 1)];
  });
  return Object.fromEntries(entries);
}

/** Errors are for their serializer, and what knows its own JSON (a date, an address) is for JSON. */
function isLeaf(value: object): boolean {
  return value instanceof Error || ("toJSON" in value && typeof value.toJSON === "function");
}
