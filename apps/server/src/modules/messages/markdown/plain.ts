import { escapeHtml } from "./escape.ts";

// One line that begins no block and holds nothing an inline rule, the linkifier or an entity could begin with.
const plain = /^(?!\s|[#+=-]|\d+[.)](?:\s|$))(?:[^\p{Cc}\\`*_~[\]<>&|$@:]|:(?= |$))+(?<!\s)$/u;

/** Whether the parser would give the text back untouched; most messages of a chat are such. */
export function isPlain(body: string): boolean {
  return plain.test(body);
}

export function renderPlain(body: string): string {
  return `<p>${escapeHtml(body)}</p>\n`;
}
