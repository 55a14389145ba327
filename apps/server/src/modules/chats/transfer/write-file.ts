// A conversation as a file for people: Markdown, or a page that needs nothing else and runs nothing; pure.
import type { chats } from "@althing/contract";
import { pathTo } from "./tree.ts";

type Conversation = chats.Conversation;
type Turn = chats.ConversationTurn;

const byline = ({ author, model, at }: Turn): { who: string; when: string } => ({
  who: model === null ? author.name : `${author.name} (${model})`,
  when: at.slice(0, 16).replace("T", " "),
});

export function toMarkdown(conversation: Conversation): string {
  const turns = pathTo(conversation.turns, conversation.place).map((turn) => {
    const { who, when } = byline(turn);
    const sources = turn.sources.map(
      ({ handle, title, quote, url }) => `[${handle}] ${title}: “${quote}”${url ? ` <${url}>` : ""}`,
    );
    return [`**${oneLine(who)}**, ${when}`, turn.body, ...sources].join("\n\n");
  });
  return `${[`# ${oneLine(conversation.title)}`, ...turns].join("\n\n---\n\n")}\n`;
}

const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>#]/g, "\\$&")
    .trim();

const style =
  "body{font:16px/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}article{border-top:1px solid #8886;padding:.5rem 0}header{color:GrayText;font-size:.875rem}pre{overflow:auto}aside{font-size:.875rem}";

/** `render` makes sanitized HTML of Markdown. */
export function toHtml(conversation: Conversation, render: (body: string) => string): string {
  const title = escapeHtml(conversation.title);
  const turns = pathTo(conversation.turns, conversation.place).map((turn) => {
    const { who, when } = byline(turn);
    const sources = turn.sources.map(
      ({ handle, title: name, quote }) => `<p>[${handle}] ${escapeHtml(name)}: <q>${escapeHtml(quote)}</q></p>`,
    );
    const aside = sources.length === 0 ? "" : `<aside>${sources.join("")}</aside>`;
    return `<article><header>${escapeHtml(who)}, <time datetime="${turn.at}">${when}</time></header>${render(turn.body)}${aside}</article>`;
  });
  return `<!doctype html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<h1>${title}</h1>
${turns.join("\n")}
</body>
</html>
`;
}

const escapeHtml = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
