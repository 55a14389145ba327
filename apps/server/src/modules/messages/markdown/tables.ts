import type { MarkdownIt } from "markdown-it";

/** Alignment as a class, for the pages forbid inline styles. */
export function tables(md: MarkdownIt): void {
  md.core.ruler.after("block", "table_alignment", (state) => {
    if (!state.src.includes("|")) return;
    for (const token of state.tokens) {
      if (token.type !== "th_open" && token.type !== "td_open") continue;
      const style = token.attrGet("style");
      if (style) token.attrs = [["class", String(style).replace("text-align:", "align-")]];
    }
  });
}
