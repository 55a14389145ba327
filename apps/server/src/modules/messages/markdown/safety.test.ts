/** Whatever a member writes, only listed elements and attributes with listed values come out. */
import { expect, test } from "bun:test";
import fc from "fast-check";
import { hostileAddresses, hostileMarkup, hostilePlaces } from "./hostile.fixture.ts";
import { type Mentionable, renderMessage } from "./index.ts";
import { unsafeParts } from "./safe-html.fixture.ts";

const hostileName = `"><img src=x onerror=alert(1)>'&`;
const named: Mentionable = { kind: "account", id: hostileName, name: hostileName };
const context = {
  mentions: new Map([["eve", named]]),
  customEmoji: new Map([["eve", `/media/pictures/${"0".repeat(64)}.webp`]]),
};
const expectSafe = (body: string) => expect(unsafeParts(renderMessage(body, context).html)).toEqual([]);

for (const [place, write] of Object.entries(hostilePlaces)) {
  test.each(hostileAddresses)(`as ${place}: %j`, (address) => expectSafe(write(address)));
}

test.each(hostileMarkup)("%j", expectSafe);

test("a bound address carries neither opener nor referrer", () => {
  const { html } = renderMessage("[x](https://a.example) <ana@a.example>", context);
  expect(html.match(/rel="noopener noreferrer nofollow ugc" target="_blank"/g)).toHaveLength(2);
});

test.each(["[x]()", "![]()", "[x](<>)", "![x](<>)", "[x]\n\n[x]: <>"])("%j leads nowhere", expectSafe);

test("any soup of markup", () => {
  const scrap = fc.constantFrom(
    ..."*_~`|$[]()<>!#&\\\"':@;=-+/ \n\t",
    "||",
    "$$",
    "```",
    "```js\n",
    "\n\n",
    "](",
    "![",
    "<a",
    "</a>",
    "<script>",
    "&quot;",
    "&lt;",
    "&#x0A;",
    "@eve",
    ":eve:",
    "javascript:",
    "https://",
    "https://a.example",
    "mailto:",
    "data:",
    "onclick=",
    "style=",
    "\\text{",
    "\\href{",
    "\\color{red}",
    "\\frac",
    "{",
    "}",
    "^2",
    "|-|\n",
    "|a|\n",
    "- [ ] ",
    "> ",
    "1. ",
    "[x]: ",
    "\u0000",
    "\u202e",
    "é",
    "x",
    "\ud800",
  );
  const soup = fc.array(fc.oneof({ weight: 9, arbitrary: scrap }, fc.string({ maxLength: 5 })), { maxLength: 40 });
  fc.assert(
    fc.property(
      soup.map((scraps) => scraps.join("")),
      expectSafe,
    ),
    { numRuns: 4_000 },
  );
});

test("the allow-list itself bites", () => {
  const vectors = [
    "<script>",
    '<p onclick="x"></p>',
    '<p style="x"></p>',
    '<a href="javascript:x"></a>',
    "<p",
    "a > b",
    "<p></b>",
    "<p>",
  ];
  for (const html of [...vectors, '<span class="other"></span>', "<p><p></p>", '<input type="text">']) {
    expect([html, unsafeParts(html)]).not.toEqual([html, []]);
  }
});
