import type { RendererRule, Token } from "markdown-it";
import { escapeHtml } from "./escape.ts";

/** A token that needed the context to mean something: a span once it has attributes, else its text. */
export const renderResolved: RendererRule = (tokens, index, _options, _env, renderer) => {
  const { content = "", attrs = null } = tokens[index] ?? {};
  const text = escapeHtml(content);
  return attrs ? `<span${renderer.renderAttrs({ attrs })}>${text}</span>` : text;
};

/** What was written is kept beside what will be shown, for a message can be rendered again for another context. */
export function markWritten(token: Token, written: string): void {
  token.markup = written;
  token.content = written;
  token.attrs = null;
}
