import { inlineText } from "./inline-text.ts";
import { maxParsedLength, parser } from "./parser.ts";
import { isPlain } from "./plain.ts";

/** All that a reader would see, without markup and with spoilers hidden; each block and line of code on a line of its own. */
export function bodyText(body: string): string {
  if (isPlain(body) || body.length > maxParsedLength) return body.trim();
  const lines = parser.parse(body, {}).map((block) => (block.children ? inlineText(block.children) : block.content));
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}
