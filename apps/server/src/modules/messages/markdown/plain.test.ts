import { expect, test } from "bun:test";
import fc from "fast-check";
import { plainText } from "./index.ts";
import { parser } from "./parser.ts";
import { isPlain, renderPlain } from "./plain.ts";

const word = fc.constantFrom(
  "ok",
  "Ana",
  "1.",
  "2)",
  "é",
  "日本",
  "😄",
  "http",
  "mailto",
  "www.a.example",
  "x",
  "3",
  "amp;",
);
const mark = fc.constantFrom(..." .,;:!?'\"()/%^{}#+=-$*_`~|@&<>[]\\\n\t\u00a0\u2028\u0000\ud800");
const line = fc.array(fc.oneof({ weight: 3, arbitrary: word }, { weight: 1, arbitrary: mark }), { maxLength: 12 });

test("the short way gives what the parser gives, for everything that may take it", () => {
  let plainCount = 0;
  const check = (body: string) => {
    if (!isPlain(body)) return;
    plainCount++;
    expect(renderPlain(body)).toBe(parser.render(body));
  };
  fc.assert(
    fc.property(
      line.map((parts) => parts.join("")),
      check,
    ),
    { numRuns: 20_000 },
  );
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 8 }), check), { numRuns: 20_000 });
  expect(plainCount).toBeGreaterThan(3_000);
});

test.each([
  ['Hello, well-known (and "quoted") world: it\'s 5 + 5 = 10!', true],
  ["1. a list", false],
  ["- a list", false],
  ["see http://a.example", false],
  ["a\nb", false],
  ["", false],
])("%j takes the short way: %p", (body, expected) => {
  expect(isPlain(body)).toBe(expected);
});

test.each([
  ["**Hi** @ana,\n\nsee [this](https://a.example) and `that`", "Hi @ana, see this and that"],
  ["the end: ||he **dies** ||in|| it||.", "the end: ▇▇▇."],
  ["- [ ] a\n- b\n\n> c", "a b c"],
  ["```ts\nlet a;\n```\n$x$ ![cat](https://a.example/c.png) &amp; <b>", "let a; x cat & <b>"],
  ["|a|b|\n|-|-|\n|1|2|", "a b 1 2"],
  ["At 10:30 :tada: :party_parrot: `:tada:`", "At 10:30 🎉 :party_parrot: :tada:"],
  ["  ", ""],
])("the preview of %j is %j", (body, expected) => {
  expect(plainText(body)).toBe(expected);
});

test("a preview has at most 200 characters and cuts no pair in two", () => {
  expect(plainText("😄".repeat(200))).toBe("😄".repeat(200));
  expect(plainText("😄".repeat(201))).toBe(`${"😄".repeat(199)}…`);
});
