import type { MarkdownIt, StateInline, Token } from "markdown-it";
import { isInsideWord } from "./characters.ts";
import type { RenderContext } from "./context.ts";
import { markWritten, renderResolved } from "./resolved.ts";

/** `:shortcode:` of a workspace's own emoji; the browser knows the picture that belongs to the id. */
export function emoji(md: MarkdownIt): void {
  md.inline.ruler.push("emoji", takeEmoji);
  md.renderer.rules.emoji = renderResolved;
}

const colon = 0x3a;
const shortcode = /:[a-z0-9_+-]{1,32}:/y;

function takeEmoji(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== colon || isInsideWord(state.src, state.pos)) return false;
  shortcode.lastIndex = state.pos;
  const [written] = shortcode.exec(state.src) ?? [];
  if (!written) return false;
  if (!silent) markWritten(state.push("emoji", "span", 0), written);
  state.pos += written.length;
  return true;
}

export function resolveEmoji(token: Token, context: RenderContext): void {
  const known = context.customEmoji?.get(token.markup.slice(1, -1));
  token.attrs = known
    ? [
        ["class", "emoji"],
        ["data-emoji-id", known.id],
      ]
    : null;
}
