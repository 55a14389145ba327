import { createHash } from "node:crypto";
import type { tools } from "@althing/contract";

/** The same for the same words, in whatever order a source tells them. */
export const fingerprintOf = (wording: tools.ToolWording): string =>
  createHash("sha256").update(canonical(wording)).digest("hex").slice(0, 32);

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  const sorted = entries.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(",")}}`;
}
