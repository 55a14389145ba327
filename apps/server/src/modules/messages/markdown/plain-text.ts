import { inlineText } from "./inline-text.ts";
import { maxParsedLength, parser } from "./parser.ts";
import { isPlain } from "./plain.ts";

const maxLength = 200;

/** One line of at most 200 characters for previews and notifications, without markup and with spoilers hidden. */
export function plainText(body: string): string {
  const text = isPlain(body) || body.length > maxParsedLength ? body : readText(body);
  return shorten(text.replace(/\s+/g, " ").trim());
}

function readText(body: string): string {
  return parser
    .parse(body, {})
    .map((block) => (block.children ? inlineText(block.children) : block.content))
    .join(" ");
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > maxLength
    ? `${characters
        .slice(0, maxLength - 1)
        .join("")
        .trimEnd()}…`
    : text;
}
