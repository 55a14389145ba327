/** Twenty thousand characters of the worst of each kind: no body may hold a server up. */
import { expect, test } from "bun:test";
import { processorMs } from "@althing/testkit";
import { plainText, renderMessage } from "./index.ts";

const size = 20_000;
const fill = (part: string) => part.repeat(Math.floor(size / part.length));
const deep = (depth: number, line: (level: number) => string) =>
  Array.from({ length: depth }, (_, level) => line(level));

const bodies: Record<string, string> = {
  "open brackets": fill("["),
  "open links": fill("[a]("),
  "nested links": `${"[".repeat(1_600)}a${"](https://a)".repeat(1_600)}`,
  "open images": fill("!["),
  "nested images": `${"![".repeat(1_400)}a${"](https://a)".repeat(1_400)}`,
  quotes: fill(">"),
  "lazy quotes": fill("> a\n>> b\n"),
  emphasis: fill("*a _b "),
  "emphasis runs": fill("*"),
  "mixed emphasis": fill("**a *b __c "),
  "every delimiter": fill("*_~~||"),
  strikethrough: fill("~~a"),
  "spoiler runs": fill("|"),
  "open spoilers": fill("||a"),
  "closing spoilers": fill("a||b||"),
  dollars: fill("$"),
  "many formulas": fill("$x$ "),
  "open formulas": fill("$a "),
  "open formulas far apart": fill(`$a${" ".repeat(498)}`),
  "open formula blocks": fill("$$a\n\n"),
  "deep formula": `$${"\\frac{".repeat(80)}$`,
  "growing formulas": fill(`$${"\\iff".repeat(100)}$ `),
  "macro bomb":
    "$\\def\\a{xxxxxxxxxx}\\def\\b{\\a\\a\\a\\a\\a\\a\\a\\a\\a\\a}\\def\\c{\\b\\b\\b\\b\\b\\b\\b\\b\\b\\b}\\c\\c\\c$",
  backticks: fill("`"),
  "growing backticks": deep(190, (level) => `${"`".repeat(level)}a`).join(""),
  "nested lists": fill("- "),
  "indented lists": deep(190, (level) => `${" ".repeat(level)}- a`).join("\n"),
  "nested quotes and lists": fill("> - "),
  tasks: fill("- [ ] a\n"),
  "one wide table": `${"|a".repeat(5_000)}\n${"|-".repeat(5_000)}`,
  "a table that grows": `${"|a".repeat(100)}\n${"|-".repeat(100)}\n${"|b\n".repeat(6_000)}`,
  "less-than signs": fill("<"),
  "open tags": fill("<a "),
  ampersands: fill("&"),
  mentions: fill("@a "),
  "one long handle": `@${fill("a.")}`,
  "at signs": fill("@"),
  colons: fill(":a"),
  addresses: fill("https://a.example "),
  "one long address": `https://a/${fill("a.")}`,
  "unknown schemes": fill("a://"),
  "open parentheses in an address": `https://a/${fill("(")}`,
  "e-mail addresses": fill("a@b.co "),
  "reference definitions": fill("[a]: https://b\n"),
  "one reference used often": `[a]: https://b '${'"'.repeat(10_000)}'\n\n${"[a]".repeat(3_300)}`,
  "code in one line": `\`\`\`java\n${fill("a")}`,
  "code in many lines": `\`\`\`csharp\n${fill("select a ")}`,
  "markdown in code": `\`\`\`md\n${fill("[a](*_")}`,
  "many fences": fill("```js\nlet a\n```\n"),
  backslashes: fill("\\"),
  tabs: fill("\t"),
  newlines: fill("a\n"),
};

// The goal is 100 ms; the bound is wider for a slow machine, and still far below anything quadratic. What counts is the
// processor's time, since others may keep it busy.
test.each(Object.entries(bodies))("%s", (_, body) => {
  renderMessage("warm **up** $x$", { mentions: new Map() });
  let html = "";
  const took = processorMs(() => {
    ({ html } = renderMessage(body, { mentions: new Map() }));
    plainText(body);
  });
  expect(took).toBeLessThan(1_000);
  expect(html.length).toBeLessThan(300_000);
});

test("a body beyond any limit is shown as it is", () => {
  expect(renderMessage(`**${"a".repeat(50_000)}**`, { mentions: new Map() }).html).toStartWith("<p>**aaa");
});
