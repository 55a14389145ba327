import type { MarkdownIt, StateInline } from "markdown-it";

/** markdown-it's own rule runs over `|`, where a spoiler begins, and stops at much that means nothing to us. */
export function text(md: MarkdownIt): void {
  md.inline.ruler.at("text", takeText);
}

const markup = new Set([..."\n!$&*:<@[\\]_`|~"].map((character) => character.charCodeAt(0)));

function takeText(state: StateInline, silent: boolean): boolean {
  let end = state.pos;
  while (end < state.posMax && !markup.has(state.src.charCodeAt(end))) end++;
  if (end === state.pos) return false;
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}
