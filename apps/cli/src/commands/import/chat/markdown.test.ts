import { expect, test } from "bun:test";
import { asMarkdown } from "./markdown.ts";

test.each([
  ["does a subversion gnome client exist?", "does a subversion gnome client exist?"],
  ["# apt-get update", "\\# apt-get update"],
  ["#ubuntu is busy", "#ubuntu is busy"],
  ["> hello", "\\> hello"],
  ["- no", "\\- no"],
  ["---", "\\---"],
  ["-foo", "-foo"],
  ["1. boot it", "1\\. boot it"],
  ["10.04 is out", "10.04 is out"],
  ["*tic*", "\\*tic\\*"],
  ["mic__ snake_case _x_", "mic\\_\\_ snake_case \\_x\\_"],
  ["`uname -r`", "\\`uname -r\\`"],
  ["[x](y)", "\\[x\\](y)"],
  ["$HOME and $PATH", "\\$HOME and \\$PATH"],
  ["a || b ~~c~~", "a \\|\\| b \\~\\~c\\~\\~"],
  ["<Pici> i <3 you &amp; me & them", "\\<Pici> i <3 you \\&amp; me & them"],
  ["@room me@example.org", "\\@room me@example.org"],
  ["C:\\dir", "C:\\\\dir"],
  ["    indented\ttext", "indented text"],
  ["\u0002bold\u0002 \u00034,12red\u0003", "bold red"],
  ["see http://example.org/a.html.", "see http://example.org/a.html."],
  ["(http://example.org/a_b*c)", "(<http://example.org/a_b*c>)"],
  ["a\n===\nb", "a\n\\===\nb"],
])("%j", (text, markdown) => {
  expect(asMarkdown(text)).toBe(markdown);
});
