import type { MarkdownIt, StateCore, Token } from "markdown-it";
import { inlineText } from "./inline-text.ts";

/** An image is shown as a link to it: loading it would tell its owner who reads, when and from where. */
export function images(md: MarkdownIt): void {
  md.core.ruler.after("inline", "image_links", (state) => {
    if (!state.src.includes("![")) return;
    for (const block of state.tokens) if (block.children) block.children = linkImages(block.children, state);
  });
}

function linkImages(tokens: readonly Token[], state: StateCore): Token[] {
  let openLinks = 0;
  return tokens.flatMap((token) => {
    if (token.type === "link_open") openLinks++;
    if (token.type === "link_close") openLinks--;
    return token.type === "image" ? linkImage(token, state, openLinks > 0) : token;
  });
}

function linkImage(image: Token, state: StateCore, isInsideLink: boolean): Token[] {
  const address = String(image.attrGet("src"));
  const open = new state.Token("link_open", "a", 1);
  const text = new state.Token("text", "", 0);
  const close = new state.Token("link_close", "a", -1);
  open.attrs = [["href", address]];
  text.content = inlineText(image.children ?? []) || address;
  open.level = close.level = image.level;
  text.level = isInsideLink ? image.level : image.level + 1;
  return isInsideLink ? [text] : [open, text, close];
}
