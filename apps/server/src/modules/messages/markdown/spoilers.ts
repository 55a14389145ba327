import type { Delimiter, MarkdownIt, StateInline } from "markdown-it";

/** `||hidden||`, paired like strikethrough: no space just inside, so that `a || b || c` stays what it says. */
export function spoilers(md: MarkdownIt): void {
  md.inline.ruler.after("strikethrough", "spoiler", takeDelimiters);
  md.inline.ruler2.after("strikethrough", "spoiler", (state) => {
    openAndClose(state, state.delimiters);
    for (const meta of state.tokens_meta) if (meta?.delimiters) openAndClose(state, meta.delimiters);
  });
}

const bar = 0x7c;

function takeDelimiters(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charCodeAt(state.pos) !== bar) return false;
  const run = state.scanDelims(state.pos, true);
  if (run.length % 2 !== 0) state.pending += "|".repeat(run.length);
  else pushDelimiters(state, run);
  state.pos += run.length;
  return true;
}

function pushDelimiters(state: StateInline, run: ReturnType<StateInline["scanDelims"]>): void {
  for (let taken = 0; taken < run.length; taken += 2) {
    state.push("text", "", 0).content = "||";
    const token = state.tokens.length - 1;
    state.delimiters.push({ marker: bar, length: 0, token, end: -1, open: run.can_open, close: run.can_close });
  }
}

function openAndClose(state: StateInline, delimiters: readonly Delimiter[]): void {
  for (const opener of delimiters) {
    const closer = delimiters[opener.end];
    if (opener.marker !== bar || !closer) continue;
    markSpoiler(state, opener, "spoiler_open", 1);
    markSpoiler(state, closer, "spoiler_close", -1);
  }
}

function markSpoiler(state: StateInline, delimiter: Delimiter, type: string, nesting: 1 | -1): void {
  const token = state.tokens[delimiter.token];
  if (!token) return;
  Object.assign(token, { type, nesting, tag: "span", markup: "||", content: "" });
  if (nesting === 1) token.attrs = [["class", "spoiler"]];
}
