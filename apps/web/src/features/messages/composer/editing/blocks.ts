// Lists, quotes and blocks of code: what whole lines are.
import { type Edit, isInFence, type Passage, replaced, wholeLines } from "./passage.ts";

export type BlockKind = "bullets" | "numbers" | "tasks" | "quote";

const patterns: Record<BlockKind, RegExp> = {
  tasks: /^(\s*)[-*+] \[[ xX]\] /,
  bullets: /^(\s*)[-*+] (?!\[[ xX]\] )/,
  numbers: /^(\s*)\d{1,9}[.)] /,
  quote: /^()> ?/,
};
const signs: Record<BlockKind, (index: number) => string> = {
  bullets: () => "- ",
  numbers: (index) => `${index + 1}. `,
  tasks: () => "- [ ] ",
  quote: () => "> ",
};

/** Makes the selected lines items or a quote, or plain lines again if they all are that. Empty lines stay between others. */
export const toggleBlock =
  (kind: BlockKind): Edit =>
  (passage) => {
    const { from, to } = wholeLines(passage);
    const lines = passage.text.slice(from, to).split("\n");
    const isWanted = (line: string): boolean => lines.length === 1 || kind === "quote" || line.trim() !== "";
    const isAll = lines.every((line) => !isWanted(line) || patterns[kind].test(line));
    let index = 0;
    const by = lines.map((line) => {
      if (!isWanted(line)) return line;
      if (isAll) return line.replace(patterns[kind], "$1");
      return patterns[kind].test(line) && kind !== "numbers" ? line : withSign(line, kind, index++);
    });
    return withLines(passage, from, to, by);
  };

/** One kind of list takes the other's place; a quote stands before whatever there is. */
function withSign(line: string, kind: BlockKind, index: number): string {
  if (kind === "quote") return signs.quote(index) + line;
  const [, indent = "", rest = ""] = /^(\s*)(?:[-*+] (?:\[[ xX]\] )?|\d{1,9}[.)] )?(.*)$/.exec(line) ?? [];
  return indent + signs[kind](index) + rest;
}

/** Keeps the caret where it was in its line; several lines stay selected. */
function withLines({ text, start, end }: Passage, from: number, to: number, lines: readonly string[]): Passage {
  const by = lines.join("\n");
  if (lines.length > 1) return replaced(text, from, to, by, 0, by.length);
  const shift = by.length - (to - from);
  return replaced(text, from, to, by, Math.max(0, start - from + shift), Math.max(0, end - from + shift));
}

/** A fence that the text cannot close by itself. */
const fenceFor = (text: string): string => {
  const longest = Math.max(0, ...(text.match(/`{3,}/g) ?? []).map(({ length }) => length));
  return "`".repeat(Math.max(3, longest + 1));
};

export const asCodeBlock = (text: string): string => `${fenceFor(text)}\n${text.replace(/\n$/, "")}\n${fenceFor(text)}`;

/** Puts the selected lines between fences, or takes the fences around them away. */
export const toggleCodeBlock: Edit = (passage) => {
  const { text } = passage;
  const { from, to } = wholeLines(passage);
  if (isInFence(text, from)) return withoutFences(passage, from, to);
  const inner = text.slice(from, to);
  const block = asCodeBlock(inner);
  const at = block.indexOf("\n") + 1;
  const isEmpty = inner.trim() === "";
  return replaced(text, from, to, block, at, isEmpty ? at : at + inner.length);
};

function withoutFences({ text, start, end }: Passage, from: number, to: number): Passage | undefined {
  const before = /(?:^|\n) {0,3}(`{3,}|~{3,})[^\n]*\n(?:(?! {0,3}[`~]{3})[^\n]*\n)*$/.exec(text.slice(0, from));
  const after = /^\n(?:(?! {0,3}[`~]{3})[^\n]*\n)* {0,3}(?:`{3,}|~{3,})[ \t]*(?=\n|$)/.exec(text.slice(to));
  if (!before) return undefined;
  const opens = before.index + (before[0].startsWith("\n") ? 1 : 0);
  const opened = text.indexOf("\n", opens) + 1;
  const head = text.slice(0, opens) + text.slice(opened, to);
  const moved = opened - opens;
  const closing = after?.[0] ?? "";
  const kept = closing.slice(0, closing.lastIndexOf("\n"));
  return { text: head + kept + text.slice(to + closing.length), start: start - moved, end: end - moved };
}
