import MarkdownIt, { type MarkdownIt as Parser } from "markdown-it";
import { emoji } from "./emoji.ts";
import { highlight } from "./highlight.ts";
import { images } from "./images.ts";
import { links } from "./links.ts";
import { maths } from "./maths.ts";
import { mentions } from "./mentions.ts";
import { spoilers } from "./spoilers.ts";
import { tables } from "./tables.ts";
import { tasks } from "./tasks.ts";
import { text } from "./text.ts";

export type { Token } from "markdown-it";

/** CommonMark, tables and strikethrough from markdown-it; everything else is a plugin of this folder. */
export function createParser(): Parser {
  return new MarkdownIt({ html: false, breaks: true, linkify: true, maxNesting: 40 })
    .use(text)
    .use(links)
    .use(images)
    .use(tables)
    .use(tasks)
    .use(highlight)
    .use(maths)
    .use(spoilers)
    .use(mentions)
    .use(emoji);
}

export const parser = createParser();

/** The contract stops shorter; no caller may give the parser more. */
export const maxParsedLength = 40_000;
