/** Whatever a member writes, only listed elements and attributes with listed values come out. */
import { expect, test } from "bun:test";
import fc from "fast-check";
import { type Mentionable, renderMessage } from "./index.ts";
import { unsafeParts } from "./safe-html.fixture.ts";

const hostileName = `"><img src=x onerror=alert(1)>'&`;
const named: Mentionable = { kind: "account", id: hostileName, name: hostileName };
const context = {
  mentions: new Map([["eve", named]]),
  customEmoji: new Map([["eve", `/media/pictures/${"0".repeat(64)}.webp`]]),
};
const expectSafe = (body: string) => expect(unsafeParts(renderMessage(body, context).html)).toEqual([]);

const scheme = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java&#x0A;script:alert(1)",
  "java&Tab;script:alert(1)",
  "java\\nscript:alert(1)",
  "&#106;avascript:alert(1)",
  "&#x6A&#x61;vascript:alert(1)",
  "javascript&colon;alert(1)",
  "javascript&#58;alert(1)",
  "%6Aavascript:alert(1)",
  "javascript%3Aalert(1)",
  "\u0001javascript:alert(1)",
  "&#1;javascript:alert(1)",
  " javascript:alert(1)",
  "\u00a0javascript:alert(1)",
  "java\u0000script:alert(1)",
  "java\u00adscript:alert(1)",
  "\u202ejavascript:alert(1)",
  "vbscript:msgbox(1)",
  "data:text/html,<script>alert(1)</script>",
  "data:text/html;base64,PHNjcmlwdD4=",
  "data:image/svg+xml,<svg/onload=alert(1)>",
  "data:image/png;base64,AAAA",
  "file:///etc/passwd",
  "blob:https://a.example/1",
  "about:blank",
  "view-source:https://a.example",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/rooms/1",
  "#top",
  "?x",
  "feed:javascript:alert(1)",
  "jar:https://a.example!/",
  "https:alert(1)",
  "http:/evil.example",
  "intent://a#Intent;end",
  "ſcript:alert(1)",
  "javascript://a.example/%0Aalert(1)",
  'https://a.example/"onmouseover="alert(1)',
  "https://a.example/'onclick='alert(1)",
  "https://a.example/<script>",
  'mailto:a@b?x="><b>',
  "https://a.example/`onclick=alert(1)`",
  "https://a.example/&quot;onclick=&quot;alert(1)",
];

const places: Record<string, (address: string) => string> = {
  link: (address) => `[x](${address})`,
  "link in angles": (address) => `[x](<${address}>)`,
  reference: (address) => `[x]\n\n[x]: ${address}`,
  image: (address) => `![x](${address})`,
  "image in a link": (address) => `[![x](${address})](${address})`,
  autolink: (address) => `<${address}>`,
  bare: (address) => `see ${address} or x://${address}`,
  title: (address) => `[x](https://a.example "${address.replaceAll('"', "&quot;")}\\" onclick=\\"alert(1)")`,
  formula: (address) => `$\\href{${address}}{x}$ $\\url{${address}}$ $\\includegraphics{${address}}$`,
};

for (const [place, write] of Object.entries(places)) {
  test.each(scheme)(`as ${place}: %j`, (address) => expectSafe(write(address)));
}

test.each([
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg/onload=alert(1)>",
  "<a href=javascript:alert(1)>x</a>",
  "<!-- --><b>",
  "<style>*{color:red}</style>",
  "<iframe srcdoc='<script>'>",
  "<math><mtext></mtext><script>",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;script&#62;",
  "\\<script>",
  "<![CDATA[<script>]]>",
  "<?php ?>",
  "<b/><i\n>",
  "**<b>**<",
  "`<b>`",
  "    <script>",
  "<scr<script>ipt>",
  '```"><script>\n<b>\n```',
  '```js" onclick="alert(1)\n<b>\n```',
  "```constructor\na\n```",
  "```__proto__\na\n```",
  "```html\n<script>\n```",
  "~~~&quot;onclick=alert(1)\nx\n~~~",
  "```ts <script>\n`</code><script>`\n```",
  "```\n</code></pre><script>\n```",
  "@eve",
  '@eve" onclick="x',
  "[@eve](https://a.example)",
  ":eve:",
  "||@eve <b>||",
  '||<b>||||"||',
  "@<script>",
  ":<b>:",
  "**@eve**`@eve`",
  "$\\htmlStyle{color:red}{x}$",
  "$\\htmlId{a}{x}$",
  "$\\htmlClass{a}{x}$",
  "$\\htmlData{a=b}{x}$",
  "$\\text{<script>alert(1)</script>}$",
  "$\\color{red;background:url(x)}{x}$",
  "$\\color{#f00}x$",
  "$\\fcolorbox{red}{blue}{x}$",
  '$\\colorbox{"}{x}$',
  '$"><script>$',
  "$<b>$",
  "$\\unknown{<b>}$",
  "$\\verb|<script>|$",
  "$\\char`<$",
  "$\\rule{999em}{999em}$",
  '$\\frac{"<b>$',
  "$\\def\\x{<b>}\\x$",
  "$\\cancel{x}\\phase{x}$",
  "$$\\begin{array}{|c|c|}\\hline a&b\\\\ \\hline\\end{array}\\tag{<b>}$$",
  "$$\n</annotation><script>\n$$",
  "$\\angl{x}\\overbrace{x}\\vcenter{x}\\raisebox{1em}{x}$",
  "$$\\begin{CD}A @>a>> B\\end{CD} \\underset{a}{b} \\sqrt[3]{x} \\bcancel{x} \\boxed{x} \\mathchoice{a}{b}{c}{d}$$",
  "$\\quad\\kern{1em}\\smallint\\mathllap{x}\\simcolon$ $$\\begin{aligned}{x}\\end{aligned}$$",
  "$\\message{x}$ $\\errmessage{x}$ $\\show x$",
  '|<b>|"|\n|:-|-:|\n|<script>|[x](javascript:1)|',
  "|a|\n|:-:onclick|\n|b|",
  "|a|\n|-|\n|`|`<b>|",
  "- [x] <b>",
  "- [ ] [x](javascript:1)",
  '- [x]\t"',
  "> <b>\n# <i>\n1. <u>\n***\n<hr>",
  "a\n<b>\n===",
  "[x]: https://a.example '\"><script>'\n\n[x]",
  '["><script>]: https://a.example\n\n["><script>]',
])("%j", expectSafe);

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
