import { isAddress, linkTo } from "../editing/marks.ts";
import { isInCode, type Passage, replaced, selected } from "../editing/passage.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";

/** What a paste makes of a passage; undefined leaves it to the browser. */
export function readPaste(passage: Passage, clipboard: DataTransfer): Passage | undefined {
  const text = clipboard.getData("text/plain").trim();
  const inner = selected(passage);
  if (isInCode(passage.text, passage.start)) return undefined;
  if (isAddress(text) && inner.trim() !== "" && !inner.includes("\n") && !isAddress(inner))
    return linkTo(passage, text);
  const html = clipboard.getData("text/html");
  const markdown = html && !isFromEditor(html) ? htmlToMarkdown(html) : undefined;
  return markdown && markdown !== text ? replaced(passage.text, passage.start, passage.end, markdown) : undefined;
}

/** Code editors colour what they copy; the plain text is what was meant. */
const isFromEditor = (html: string): boolean => /vscode|monospace/i.test(html.slice(0, 2_000));

const longCharacters = 4_000;
const longLines = 50;

/** Whether a pasted text is so long that it would bury what others said. */
export const isLong = (text: string): boolean => text.length > longCharacters || text.split("\n").length > longLines;
