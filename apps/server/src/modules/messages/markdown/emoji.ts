import type { MarkdownIt, RendererRule, StateInline, Token } from "markdown-it";
import { findUnicodeEmoji } from "../../../platform/emoji/index.ts";
import { isInsideWord } from "./characters.ts";
import type { RenderContext } from "./context.ts";
import { escapeHtml } from "./escape.ts";
import { markWritten } from "./resolved.ts";

/** `:shortcode:` becomes Unicode's emoji of that name, or the picture of the workspace's own. */
export function emoji(md: MarkdownIt): void {
  md.inline.ruler.push("emoji", takeEmoji);
  md.renderer.rules.emoji = renderEmoji;
}

const colon = 0x3a;
const shortcode = /:([a-z0-9_+-]{1,64}):/y;

function takeEmoji(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== colon || isInsideWord(state.src, state.pos)) return false;
  shortcode.lastIndex = state.pos;
  const [written, name = ""] = shortcode.exec(state.src) ?? [];
  if (!written) return false;
  if (!silent) {
    const unicode = findUnicodeEmoji(name);
    if (unicode) state.pending += unicode;
    else markWritten(state.push("emoji", "img", 0), written);
  }
  state.pos += written.length;
  return true;
}

export const readShortcode = (token: Token): string => token.markup.slice(1, -1);

export function resolveEmoji(token: Token, context: RenderContext): void {
  const src = context.customEmoji?.get(readShortcode(token));
  token.attrs = src
    ? [
        ["class", "emoji"],
        ["alt", token.markup],
        ["title", token.markup],
        ["src", src],
      ]
    : null;
}

/** Whoever cannot load the picture reads its name. */
const renderEmoji: RendererRule = (tokens, index, _options, _env, renderer) => {
  const { content = "", attrs = null } = tokens[index] ?? {};
  return attrs ? `<img${renderer.renderAttrs({ attrs })}>` : escapeHtml(content);
};
