import type { MarkdownIt, StateBlock, StateInline } from "markdown-it";
import { renderFormula } from "./formula.ts";

/** `$inline$` and `$$displayed$$` formulas, the latter also as a block over several lines. */
export function maths(md: MarkdownIt): void {
  md.inline.ruler.after("escape", "maths", takeInline);
  md.block.ruler.after("fence", "maths", takeBlock, { alt: ["paragraph", "blockquote", "list"] });
  md.renderer.rules.maths = (tokens, index, _options, env) => {
    const { content = "", markup } = tokens[index] ?? {};
    return renderFormula(content, markup === "$$", env);
  };
  md.renderer.rules.maths_block = (tokens, index, _options, env) =>
    `<p>${renderFormula(tokens[index]?.content ?? "", true, env)}</p>\n`;
}

const dollar = 0x24;
const maxBlockLines = 100;
// No space just inside and no digit just after, so that "$5 or $10" is money. Bounded, for each unclosed dollar looks ahead.
const inline = /\$(?![\s$])((?:[^$\\]|\\[\s\S]){0,500}?(?<!\s))\$(?![\d$])/y;
const displayed = /\$\$((?:[^$\\]|\\[\s\S]){1,500}?)\$\$/y;

function takeInline(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== dollar) return false;
  const isDisplayed = state.src.charCodeAt(state.pos + 1) === dollar;
  const pattern = isDisplayed ? displayed : inline;
  pattern.lastIndex = state.pos;
  const [written, formula] = pattern.exec(state.src) ?? [];
  if (!written || !formula || state.pos + written.length > state.posMax) return false;
  if (!silent) {
    const token = state.push("maths", "math", 0);
    token.content = formula;
    token.markup = isDisplayed ? "$$" : "$";
  }
  state.pos += written.length;
  return true;
}

/** From a line that begins with `$$` to the next that ends with `$$`, which may be the same. */
function takeBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const isIndentedCode = (state.sCount[startLine] ?? 0) - state.blkIndent >= 4;
  if (isIndentedCode || !readLine(state, startLine).startsWith("$$")) return false;
  const lastLine = Math.min(endLine, startLine + maxBlockLines);
  for (let line = startLine; line < lastLine; line++) {
    // A line that steps out of the list or quote ends it, and the formula with it.
    if (line > startLine && (state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line)) return false;
    if (
      !readLine(state, line)
        .slice(line === startLine ? 2 : 0)
        .endsWith("$$")
    )
      continue;
    if (silent) return true;
    const source = state.getLines(startLine, line + 1, state.blkIndent, false).trim();
    const token = state.push("maths_block", "math", 0);
    token.block = true;
    token.content = source.slice(2, -2).trim();
    token.map = [startLine, line + 1];
    state.line = line + 1;
    return true;
  }
  return false;
}

function readLine(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trimEnd();
}
