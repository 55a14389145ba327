// What every page of the reference shares: its frame, its policy, and how text becomes HTML.
import MarkdownIt from "markdown-it";
import { assetUrl } from "./assets.ts";
import { ServedText } from "./served-text.ts";

const markdown = new MarkdownIt({ html: false });

/** Links among guides are to files, so that they work in the repository too. */
const guideFile = /^(?:\.\/)?([\w-]+)\.md(#.*)?$/;
const { normalizeLink } = markdown;
markdown.normalizeLink = (url) => normalizeLink(url.replace(guideFile, "/docs/guides/$1$2"));

export const htmlOf = (text: string): string => markdown.render(text);
export const inlineHtmlOf = (text: string): string => markdown.renderInline(text);
export const escapeHtml = (text: string): string => markdown.utils.escapeHtml(text);

/** Scripts and styles are files of ours, and nothing is loaded from elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export type Link = { href: string; text: string };
export type PageParts = { title: string; head?: string; body: string };

const links: readonly Link[] = [
  { href: "/docs", text: "Operations" },
  { href: "/docs/guides", text: "Guides" },
  { href: "/docs/errors", text: "Failures" },
  { href: "/api/v1/openapi.json", text: "OpenAPI" },
  { href: "/api/v1/asyncapi.json", text: "AsyncAPI" },
  { href: "/docs/postman.json", text: "Postman" },
];

export const linkHtml = ({ href, text }: Link): string => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;

export const servedPage = (make: () => PageParts): ServedText =>
  new ServedText({
    mediaType: "text/html; charset=utf-8",
    make: () => pageHtml(make()),
    headers: { "content-security-policy": policy },
  });

const pageHtml = ({ title, head = "", body }: PageParts): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · Althing</title>
${head}<link rel="stylesheet" href="${assetUrl("reference.css")}">
</head>
<body>
<header><strong>Althing API</strong><nav>${links.map(linkHtml).join("\n")}</nav></header>
${body}
</body>
</html>
`;
