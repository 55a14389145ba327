// What a new line and the tabulator do in lists, quotes and code.
import { type Edit, isInFence, lineEnd, lineStart, type Passage, replaced, wholeLines } from "./passage.ts";

const item = /^((?:> ?)*)(\s*)(?:([-*+])|(\d{1,9})([.)]))( +)(\[[ xX]\] )?/;
const quote = /^(?:> ?)+/;
const tab = "  ";

/** A new line, which goes on with the list, the quote or the indentation of this one. An empty item ends its list. */
export function newLine(passage: Passage): Passage {
  const { text, start, end } = passage;
  const from = lineStart(text, start);
  const line = text.slice(from, start);
  if (isInFence(text, start)) return replaced(text, start, end, `\n${/^\s*/.exec(line)?.[0] ?? ""}`);
  const lead = item.exec(line)?.[0] ?? quote.exec(line)?.[0] ?? "";
  const isEmpty = lead !== "" && text.slice(from, lineEnd(text, end)).trim() === lead.trim();
  if (isEmpty) return replaced(text, from, end, "");
  return replaced(text, start, end, `\n${lead.replace(item, nextItem)}`);
}

function nextItem(_lead: string, ...parts: (string | undefined)[]): string {
  const [quoted = "", indent = "", bullet, number, dot = "", gap = " ", task] = parts;
  return quoted + indent + (bullet ?? `${Number(number) + 1}${dot}`) + gap + (task ? "[ ] " : "");
}

/** Moves items or lines of code in; elsewhere the key leads on to the next control. */
export const indent: Edit = (passage) => {
  const { text, start, end } = passage;
  if (isInFence(text, start)) {
    return start === end
      ? replaced(text, start, end, tab)
      : shifted(passage, (line) => (line === "" ? line : tab + line));
  }
  return isList(passage) ? shifted(passage, (line) => widthOf(line) + line) : undefined;
};

export const outdent: Edit = (passage) => {
  if (!isInFence(passage.text, passage.start) && !isList(passage)) return undefined;
  return shifted(passage, (line) => line.replace(/^ {1,2}(?: (?=\d))?|^\t/, ""));
};

/** As deep as the text of the item above, which Markdown asks for. */
const widthOf = (line: string): string => (/^\s*\d/.test(line) ? "   " : tab);

const isList = (passage: Passage): boolean => {
  const { from, to } = wholeLines(passage);
  return passage.text
    .slice(from, to)
    .split("\n")
    .every((line) => item.test(line));
};

function shifted(passage: Passage, shift: (line: string) => string): Passage {
  const { text, start, end } = passage;
  const { from, to } = wholeLines(passage);
  const lines = text.slice(from, to).split("\n");
  const by = lines.map(shift);
  const first = (by[0] ?? "").length - (lines[0] ?? "").length;
  const all = by.join("\n").length - (to - from);
  return replaced(text, from, to, by.join("\n"), Math.max(0, start - from + first), Math.max(0, end - from + all));
}
