import { createHash } from "node:crypto";

/** What every provider of models takes as a name. */
const longest = 64;

/** `source__tool`. What providers would refuse is cut or replaced, and told apart by a hash of the whole. */
export function toolName(slug: string, localName: string): string {
  const plain = localName.replaceAll(/[^\w-]/g, "_");
  const name = `${slug}__${plain}`;
  if (plain === localName && name.length <= longest) return name;
  const mark = createHash("sha256").update(localName).digest("hex").slice(0, 8);
  return `${name.slice(0, longest - mark.length - 1)}_${mark}`;
}

/** Whether a pattern, a name or `source__*`, means a tool. */
export const matches = (pattern: string, name: string): boolean =>
  pattern.endsWith("__*") ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
