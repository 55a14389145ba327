/** The 652 examples of CommonMark 0.31.2, against our parser with and without its deliberate differences. */
import { expect, test } from "bun:test";
import { tests } from "commonmark-spec";
import MarkdownIt, { type MarkdownIt as Parser } from "markdown-it";
import { createParser } from "./parser.ts";

// The specification prints a tab as an arrow; an empty quote's line feed is the one liberty markdown-it takes.
const examples = tests.map(({ number, markdown, html }) => ({
  number,
  markdown: markdown.replaceAll("→", "\t"),
  html: html.replaceAll("→", "\t").replaceAll("<blockquote>\n</blockquote>", "<blockquote></blockquote>"),
}));

const standard = new MarkdownIt("commonmark");

/** Each deliberate difference and how it is taken back. Our own syntax (maths, spoilers, mentions, …) stays on. */
const differences: Record<string, (parser: Parser) => unknown> = {
  "raw html is text": (parser) => parser.set({ html: true }),
  "a newline is a line break": (parser) => parser.set({ breaks: false }),
  "bare addresses are links": (parser) => parser.set({ linkify: false }),
  "void elements are written as in HTML": (parser) => parser.set({ xhtmlOut: true }),
  "only absolute web and mail addresses are linked": (parser) => {
    parser.validateLink = standard.validateLink;
  },
  "links say where they lead": (parser) => delete parser.renderer.rules.link_open,
  "images are links": (parser) => parser.core.ruler.disable("image_links"),
  "only languages we can colour are named": (parser) => {
    Object.assign(parser.renderer.rules, { fence: standard.renderer.rules.fence });
  },
};

const listFailing = (parser: Parser) =>
  examples.filter(({ markdown, html }) => parser.render(markdown) !== html).map(({ number }) => number);

function createParserWith(kept: readonly string[]): Parser {
  const parser = createParser();
  for (const [name, takeBack] of Object.entries(differences)) if (!kept.includes(name)) takeBack(parser);
  return parser;
}

test("without the deliberate differences all 652 examples pass", () => {
  expect(examples.length).toBe(652);
  expect(listFailing(createParserWith([]))).toEqual([]);
});

test.each(Object.keys(differences))("%s: a difference that some example shows", (name) => {
  expect(listFailing(createParserWith([name]))).not.toEqual([]);
});

test("with all differences 340 examples pass unchanged", () => {
  expect(652 - listFailing(createParser()).length).toBe(340);
});
