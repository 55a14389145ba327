import type { Mention, RenderContext } from "./context.ts";
import { readShortcode, resolveEmoji } from "./emoji.ts";
import { isReserved, readHandle, resolveMention } from "./mentions.ts";
import { maxParsedLength, parser, type Token } from "./parser.ts";
import { isPlain, renderPlain } from "./plain.ts";

export type RenderedMessage = { html: string; mentions: Mention[] };

export type ParsedMessage = {
  /** The lower-case handles named outside code, `room` and `here` left out, each once. */
  handles: string[];
  /** The shortcodes outside code that Unicode does not know. */
  shortcodes: string[];
  render(context: RenderContext): RenderedMessage;
};

// Past this the markup is a trick to fill the readers' screens, and the body is shown as it was written.
const maxHtmlLength = 300_000;

/** Parses once, so that a caller can look the named handles up before rendering. */
export function parseMessage(body: string): ParsedMessage {
  if (isPlain(body) || body.length > maxParsedLength) return unparsed(body);
  const tokens = parser.parse(body, {});
  const mentions = findInline(tokens, "mention");
  const emoji = findInline(tokens, "emoji");
  return {
    handles: [...new Set(mentions.map(readHandle))].filter((handle) => !isReserved(handle)),
    shortcodes: emoji.map(readShortcode),
    render(context) {
      const called = new Map<string, Mention>();
      for (const token of mentions) {
        const mention = resolveMention(token, context);
        if (mention) called.set("id" in mention ? `${mention.kind} ${mention.id}` : mention.kind, mention);
      }
      for (const token of emoji) resolveEmoji(token, context);
      const html = parser.renderer.render(tokens, parser.options, { mayLink: context.mayLink });
      return { html: html.length > maxHtmlLength ? renderPlain(body) : html, mentions: [...called.values()] };
    },
  };
}

/** For a caller that has the context already. */
export function renderMessage(body: string, context: RenderContext): RenderedMessage {
  return parseMessage(body).render(context);
}

export function findMentionCandidates(body: string): string[] {
  return body.includes("@") ? parseMessage(body).handles : [];
}

function unparsed(body: string): ParsedMessage {
  return { handles: [], shortcodes: [], render: () => ({ html: renderPlain(body), mentions: [] }) };
}

function findInline(tokens: readonly Token[], type: string): Token[] {
  return tokens.flatMap((block) => block.children?.filter((token) => token.type === type) ?? []);
}
