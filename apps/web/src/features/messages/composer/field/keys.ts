import { indent, newLine, outdent } from "../editing/lines.ts";
import { type Edit, isInFence, type Passage } from "../editing/passage.ts";

type Press = { key: string; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** Under a thumb the keyboard takes half of the screen, and has no Shift with Enter. */
export const hasKeyboard = (): boolean => !matchMedia("(pointer: coarse)").matches;

/**
 * What a key does to the text. Enter sends; with Shift, in code, and under a thumb, it begins a new line. With Ctrl or ⌘
 * it sends wherever the caret is.
 */
export function editOf(
  press: Press,
  { text, start }: Passage,
  sendsByEnter = hasKeyboard(),
): Edit | "submit" | undefined {
  const isMod = press.ctrlKey || press.metaKey;
  if (press.key === "Enter") {
    if (isMod) return "submit";
    return !press.shiftKey && !press.altKey && sendsByEnter && !isInFence(text, start) ? "submit" : newLine;
  }
  if (press.key === "Tab" && !isMod && !press.altKey) return press.shiftKey ? outdent : indent;
  return undefined;
}
