/** A text and what is selected in it; without a selection `start` and `end` are the caret. */
export type Passage = { readonly text: string; readonly start: number; readonly end: number };

/** What a key or a button does to a passage; undefined where it does nothing. */
export type Edit = (passage: Passage) => Passage | undefined;

export const selected = ({ text, start, end }: Passage): string => text.slice(start, end);

/** Puts `by` in the place of a stretch, and the selection where it is said, counted from the stretch's beginning. */
export const replaced = (
  text: string,
  from: number,
  to: number,
  by: string,
  start = by.length,
  end = start,
): Passage => ({
  text: text.slice(0, from) + by + text.slice(to),
  start: from + start,
  end: from + end,
});

export const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;
export const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
};

/** The whole lines that the selection touches; one that it only reaches the beginning of is not touched. */
export function wholeLines({ text, start, end }: Passage): { from: number; to: number } {
  const last = end > start && text[end - 1] === "\n" ? end - 1 : end;
  return { from: lineStart(text, start), to: lineEnd(text, last) };
}

/** Whether a place is in a block of code between fences, which may not be closed yet. */
export function isInFence(text: string, at: number): boolean {
  let open: string | undefined;
  for (const line of text.slice(0, lineStart(text, at)).split("\n")) {
    const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    const [, marks = "", rest = ""] = fence ?? [];
    if (!fence) continue;
    if (open === undefined) open = marks[0] === "`" && rest.includes("`") ? undefined : marks;
    else if (marks[0] === open[0] && marks.length >= open.length && rest.trim() === "") open = undefined;
  }
  return open !== undefined;
}

/** Whether a place is in code, be it a block or a stretch between backticks of its line. */
export function isInCode(text: string, at: number): boolean {
  const before = text.slice(lineStart(text, at), at);
  return isInFence(text, at) || (before.match(/`+/g)?.length ?? 0) % 2 === 1;
}
