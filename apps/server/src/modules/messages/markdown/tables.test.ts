import { expect, test } from "bun:test";
import { plainText, renderMessage } from "./index.ts";

const html = (body: string) => renderMessage(body, { mentions: new Map() }).html;
const table = (rowCount: number) => `|a|b|c|\n|-|-:|-|\n${"|1|2|3|\n".repeat(rowCount)}`;

test("a table of any length that people read is one, and what follows it is not in it", () => {
  expect(html(`${table(400)}\nAnd on`)).toMatch(/^<table>.*align-right.*<\/table>\n<p>And on<\/p>\n$/s);
});

test("a table of more cells than anyone reads stands as it was typed, and what follows it is written as ever", () => {
  const shown = html(`> ${table(2_000).replaceAll("\n", "\n> ")}\n\nAnd **on**`);
  expect(shown).toMatch(
    /^<blockquote>\n<pre><code>\|a\|b\|c\|\n.*<\/blockquote>\n<p>And <strong>on<\/strong><\/p>\n$/s,
  );
  expect(shown).not.toContain("<table");
  expect(plainText(table(2_000))).toContain("|1|2|3|");
});
