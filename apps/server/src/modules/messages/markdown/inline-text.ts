import type { Token } from "markdown-it";

const hidden = "▇▇▇";

/** What a reader would see on one line; spoilers stay hidden. */
export function inlineText(tokens: readonly Token[]): string {
  let text = "";
  let openSpoilers = 0;
  for (const token of tokens) {
    if (token.type === "spoiler_open" && openSpoilers++ === 0) text += hidden;
    else if (token.type === "spoiler_close") openSpoilers--;
    else if (openSpoilers === 0) text += visibleText(token);
  }
  return text;
}

function visibleText(token: Token): string {
  switch (token.type) {
    case "softbreak":
    case "hardbreak":
      return " ";
    case "image":
      return inlineText(token.children ?? []);
    case "mention":
    case "emoji":
      return token.markup;
    default:
      return token.content;
  }
}
