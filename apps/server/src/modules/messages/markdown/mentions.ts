import type { MarkdownIt, StateInline, Token } from "markdown-it";
import { isInsideWord } from "./characters.ts";
import type { AllowedMentions, Mention, RenderContext } from "./context.ts";
import { markWritten, renderResolved } from "./resolved.ts";

/** `@handle` becomes a token that keeps its text until `resolveMention` knows whom it names. */
export function mentions(md: MarkdownIt): void {
  md.inline.ruler.push("mention", takeMention);
  md.renderer.rules.mention = renderResolved;
}

const at = 0x40;
const maxHandleLength = 32;
const mention = /@([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)/iy;

function takeMention(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== at || isInsideWord(state.src, state.pos)) return false;
  mention.lastIndex = state.pos;
  const [written, handle] = mention.exec(state.src) ?? [];
  if (!written || !handle || handle.length > maxHandleLength) return false;
  if (!silent) markWritten(state.push("mention", "span", 0), written);
  state.pos += written.length;
  return true;
}

export function readHandle(token: Token): string {
  return token.markup.slice(1).toLowerCase();
}

export function isReserved(handle: string): handle is "room" | "here" {
  return handle === "room" || handle === "here";
}

/** Makes the token show whom it names, or its own text again if it may call nobody here. */
export function resolveMention(token: Token, context: RenderContext): Mention | undefined {
  const handle = readHandle(token);
  markWritten(token, token.markup);
  if (isReserved(handle)) {
    if (context.allowedMentions?.[handle] === false) return undefined;
    token.attrs = [
      ["class", "mention"],
      ["data-mention-kind", handle],
    ];
    token.content = `@${handle}`;
    return { kind: handle };
  }
  const named = context.mentions.get(handle);
  if (!named || !mayCall(context.allowedMentions?.accounts, named.id)) return undefined;
  token.attrs = [
    ["class", "mention"],
    ["data-mention-kind", named.kind],
    ["data-mention-id", named.id],
  ];
  token.content = `@${named.name}`;
  return { kind: named.kind, id: named.id };
}

function mayCall(accounts: AllowedMentions["accounts"] = "all", id: string): boolean {
  return typeof accounts === "string" ? accounts === "all" : accounts.includes(id);
}
