import type { MarkdownIt } from "markdown-it";

/** More than anyone reads. Cells that a row lacks are filled in, so that few letters could become very many. */
const mostCells = 5_000;
const delimiters = /^[|:-][|:\- \t]*$/;

/** Alignment as a class, for the pages forbid inline styles. A table that is too large stands as it was typed. */
export function tables(md: MarkdownIt): void {
  md.block.ruler.before("table", "large_table", (state, startLine, endLine, silent) => {
    const lineAt = (line: number) => state.getLines(line, line + 1, state.blkIndent, false).trim();
    if (startLine + 1 >= endLine || !lineAt(startLine).includes("|") || !delimiters.test(lineAt(startLine + 1)))
      return false;
    const columns = lineAt(startLine + 1).split("|").length;
    let end = startLine;
    while (end < endLine && !state.isEmpty(end)) end++;
    if (columns * (end - startLine) <= mostCells) return false;
    if (silent) return true;
    const token = state.push("code_block", "code", 0);
    token.content = state.getLines(startLine, end, state.blkIndent, true);
    token.map = [startLine, end];
    state.line = end;
    return true;
  });
  md.core.ruler.after("block", "table_alignment", (state) => {
    if (!state.src.includes("|")) return;
    for (const token of state.tokens) {
      if (token.type !== "th_open" && token.type !== "td_open") continue;
      const style = token.attrGet("style");
      if (style) token.attrs = [["class", String(style).replace("text-align:", "align-")]];
    }
  });
}
