// Bold, italic and whatever else stands between two equal marks.
import { type Edit, type Passage, replaced, selected } from "./passage.ts";

/** Puts marks around the selection, or takes them away; without a selection, around where one writes on. */
export const toggleMark =
  (mark: string): Edit =>
  (passage) => {
    if (selected(passage).trim() === "") return markCaret(passage, mark);
    return selected(passage).includes("\n") ? markLines(passage, mark) : markStretch(trimmed(passage), mark);
  };

/** How many of the mark's character stand in a row there. `***` is bold and italic: two and one. */
const runBefore = (text: string, at: number, mark: string): number => {
  let from = at;
  while (from > 0 && text[from - 1] === mark[0]) from--;
  return at - from;
};
const runAfter = (text: string, at: number, mark: string): number => {
  let to = at;
  while (text[to] === mark[0]) to++;
  return to - at;
};
const has = (run: number, mark: string): boolean =>
  mark === "*" ? run % 2 === 1 : mark.length === 1 ? run === 1 : run >= mark.length;

function markCaret({ text, start, end }: Passage, mark: string): Passage {
  const after = runAfter(text, end, mark);
  const before = runBefore(text, start, mark);
  if (before > 0 && has(Math.min(before, after), mark))
    return replaced(text, start - mark.length, end + mark.length, text.slice(start, end), 0, end - start);
  // At the end of what is marked the key leads out of it.
  if (start === end && has(after, mark)) return { text, start: end + mark.length, end: end + mark.length };
  return replaced(text, start, end, mark + text.slice(start, end) + mark, mark.length);
}

function markStretch({ text, start, end }: Passage, mark: string): Passage {
  const inner = text.slice(start, end);
  const width = mark.length;
  if (has(Math.min(runBefore(text, start, mark), runAfter(text, end, mark)), mark))
    return replaced(text, start - width, end + width, inner, 0, inner.length);
  if (isMarked(inner, mark)) return replaced(text, start, end, inner.slice(width, -width), 0, inner.length - 2 * width);
  return replaced(text, start, end, mark + inner + mark, width, width + inner.length);
}

const isMarked = (inner: string, mark: string): boolean =>
  inner.length > 2 * mark.length && has(Math.min(runAfter(inner, 0, mark), runBefore(inner, inner.length, mark)), mark);

/** Marks do not reach over the end of a paragraph or an item: each line has its own. */
function markLines({ text, start, end }: Passage, mark: string): Passage {
  const lines = text.slice(start, end).split("\n");
  const parts = lines.map((line) => /^(\s*(?:(?:[-*+]|\d+[.)])\s(?:\[[ xX]\]\s)?|>\s?)*)(.*?)(\s*)$/.exec(line));
  const isAll = parts.every((part) => !part?.[2] || isMarked(part[2], mark));
  const by = parts.map((part) => {
    const [, lead = "", inner = "", trail = ""] = part ?? [];
    if (inner === "") return lead + trail;
    if (isAll) return lead + inner.slice(mark.length, -mark.length) + trail;
    return lead + (isMarked(inner, mark) ? inner : mark + inner + mark) + trail;
  });
  const next = by.join("\n");
  return replaced(text, start, end, next, 0, next.length);
}

/** Marks bind only where no space stands inside. */
function trimmed({ text, start, end }: Passage): Passage {
  const inner = text.slice(start, end);
  return {
    text,
    start: start + inner.length - inner.trimStart().length,
    end: end - (inner.length - inner.trimEnd().length),
  };
}

/** Whether a text is one address of the web and nothing else. */
export const isAddress = (text: string): boolean => /^https?:\/\/[^\s<>]+$/i.test(text) && URL.canParse(text);

/** `[selection](address)`, with the caret on what is missing. */
export function linkTo(passage: Passage, address = ""): Passage {
  const { text, start, end } = passage;
  const inner = selected(passage);
  if (address === "" && isAddress(inner)) return replaced(text, start, end, `[](${inner})`, 1);
  const by = `[${inner}](${address.replaceAll("(", "%28").replaceAll(")", "%29")})`;
  return replaced(text, start, end, by, inner === "" ? 1 : address === "" ? by.length - 1 : by.length);
}
