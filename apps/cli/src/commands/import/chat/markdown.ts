// Plain text as Markdown that shows it as it was: nothing in it may begin a heading, a list, emphasis, a mention …
const address = /https?:\/\/[^\s<>"]*[^\s<>".,:;!?'*_)\]}|]/gi;
const colourMark = String.fromCharCode(3);
// Control characters but those that are space; IRC's colours carry numbers.
const invisible = new RegExp(`${colourMark}(?:\\d{1,2}(?:,\\d{1,2})?)?|(?!\\s)\\p{Cc}`, "gu");

export function asMarkdown(text: string): string {
  return text.replace(invisible, "").split("\n").map(escapeLine).join("\n").trim();
}

function escapeLine(line: string): string {
  const text = line.replace(/\s+/g, " ").trim();
  let escaped = "";
  let end = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    escaped += escapeInline(text.slice(end, index)) + asAddress(found);
    end = index + found.length;
  }
  return escapeStart(escaped + escapeInline(text.slice(end)));
}

/** An address is left alone, or put in angle brackets where something in it would be taken for markup. */
const asAddress = (found: string): string => (/[\\`*_~[\]$|@&:]/.test(found.slice(6)) ? `<${found}>` : found);

const escapeInline = (text: string): string =>
  text
    .replace(/[\\`*[\]$]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/~(?=~)|(?<=~)~|\|(?=\|)|(?<=\|)\|/g, "\\$&")
    .replace(/<(?=[a-z])|&(?=#?\w+;)/gi, "\\$&")
    .replace(/(?<![\p{L}\p{N}])@(?=[a-z0-9])/giu, "\\@");

/** Headings, quotes, lists, rules and underlines of headings begin a line. */
const escapeStart = (line: string): string =>
  line
    .replace(/^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-(?=[-\s]+$)|=(?==*$))/, "\\$&")
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/, "$1\\");
