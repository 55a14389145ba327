import type { Passage } from "../editing/passage.ts";

export const passageOf = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement): Passage => ({
  text: value,
  start: selectionStart,
  end: selectionEnd,
});

/** Makes the field show a passage. Only what differs is put in, as if it were typed, so that the browser can undo it. */
export function applyPassage(field: HTMLTextAreaElement, next: Passage): void {
  const { value } = field;
  const most = Math.min(value.length, next.text.length);
  let head = 0;
  while (head < most && value[head] === next.text[head]) head++;
  let tail = 0;
  while (tail < most - head && value[value.length - 1 - tail] === next.text[next.text.length - 1 - tail]) tail++;
  field.focus();
  if (head + tail < Math.max(value.length, next.text.length))
    replaceAsTyped(field, head, value.length - tail, next.text.slice(head, next.text.length - tail));
  field.setSelectionRange(next.start, next.end);
}

function replaceAsTyped(field: HTMLTextAreaElement, from: number, to: number, by: string): void {
  field.setSelectionRange(from, to);
  // Out of fashion, but nothing else puts text in with the browser's undo.
  const isDone = by === "" ? document.execCommand("delete") : document.execCommand("insertText", false, by);
  if (isDone) return;
  field.setRangeText(by, from, to, "end");
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
