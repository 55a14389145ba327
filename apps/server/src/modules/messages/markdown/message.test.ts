import { describe, expect, test } from "bun:test";
import { findMentionCandidates, type Mentionable, parseMessage, type RenderContext, renderMessage } from "./index.ts";

const ana: Mentionable = { kind: "account", id: "account-ana", name: "Ana" };
const cast = new Map<string, Mentionable>([
  ["ana", ana],
  ["ben.o-hara", { kind: "account", id: "account-ben", name: "Ben <O'Hara>" }],
  ["helper", { kind: "assistant", id: "assistant-helper", name: "Helper" }],
  ["design", { kind: "group", id: "group-design", name: "Design" }],
]);
const context: RenderContext = { mentions: cast };
const render = (body: string, more: Partial<RenderContext> = {}) => renderMessage(body, { ...context, ...more });
const html = (body: string) => render(body).html;
const anaSpan = '<span class="mention" data-mention-kind="account" data-mention-id="account-ana">@Ana</span>';

describe("mentions", () => {
  test("name people, assistants, groups, the room and whoever is here, each once", () => {
    expect(render("@ana @Ana @helper @design @room @HERE @nobody").mentions).toEqual([
      { kind: "account", id: "account-ana" },
      { kind: "assistant", id: "assistant-helper" },
      { kind: "group", id: "group-design" },
      { kind: "room" },
      { kind: "here" },
    ]);
  });

  test("show the name, escaped, and leave an unknown handle as it was written", () => {
    expect(html("Hi @ANA!")).toBe(`<p>Hi ${anaSpan}!</p>\n`);
    expect(html("@ben.o-hara")).toContain(">@Ben &lt;O'Hara&gt;</span>");
    expect(html("@Nobody @here")).toBe('<p>@Nobody <span class="mention" data-mention-kind="here">@here</span></p>\n');
  });

  test.each([
    ["(@ana), @Ana. @ben's _@cem_ *@dee* @eve-", ["ana", "ben", "cem", "dee", "eve"]],
    ["@Ben.O-Hara, @a @0", ["ben.o-hara", "a", "0"]],
    ["||@ana|| **@ben** [@cem](https://a.example) > @dee", ["ana", "ben", "cem", "dee"]],
    ["> @ana\n\n- @ben\n\n|@cem|\n|-|\n|@dee|", ["ana", "ben", "cem", "dee"]],
    ["@room @here", []],
    ["ana@example.com 1@ana é@ana _x_@ana a_@ana", []],
    ["\\@ana `@ana` ``@ana`` $@ana$", []],
    ["```\n@ana\n```\n\n    @ana\n", []],
    ["https://a.example/@ana <https://a.example/@ana> [x](https://a.example/@ana)", []],
    ["![@ana](https://a.example/x.png)", []],
    ["@ @. @-ana @_ana @@", []],
    [`@${"a".repeat(32)} @${"b".repeat(33)}`, ["a".repeat(32)]],
  ])("%j names %j", (body, handles) => {
    expect(findMentionCandidates(body)).toEqual(handles);
  });

  test("that are not allowed stay text", () => {
    const allowed = (allowedMentions: RenderContext["allowedMentions"]) =>
      render("@ana @design @room @here", { allowedMentions }).mentions.map(({ kind }) => kind);
    expect(allowed({})).toEqual(["account", "group", "room", "here"]);
    expect(allowed({ accounts: "none" })).toEqual(["room", "here"]);
    expect(allowed({ accounts: ["account-ana"], room: false })).toEqual(["account", "here"]);
    expect(allowed({ here: false, room: false })).toEqual(["account", "group"]);
    expect(render("@Ana", { allowedMentions: { accounts: "none" } }).html).toBe("<p>@Ana</p>\n");
  });

  test("can be rendered again for another context", () => {
    const message = parseMessage("@ana $x$");
    const first = message.render(context);
    expect(message.render({ mentions: new Map() }).html).toStartWith("<p>@ana <span");
    expect(message.render(context)).toEqual(first);
  });
});

describe("markup", () => {
  test.each([
    ["a\nb", "<p>a<br>\nb</p>\n"],
    ["||a **b**||", '<p><span class="spoiler">a <strong>b</strong></span></p>\n'],
    ["||a||||b||", '<p><span class="spoiler">a</span><span class="spoiler">b</span></p>\n'],
    ["**a ||b** c||", "<p><strong>a ||b</strong> c||</p>\n"],
    ["a || b || c, |||d|||, `||e||`", "<p>a || b || c, |||d|||, <code>||e||</code></p>\n"],
    ["~~a~~", "<p><s>a</s></p>\n"],
    ["|a|\n|:-:|\n|b|", expect.stringContaining('<td class="align-center">b</td>')],
    ["- [ ] a", '<ul>\n<li class="task"><input type="checkbox" disabled=""> a</li>\n</ul>\n'],
    ["- [x] a", expect.stringContaining('<input type="checkbox" disabled="" checked=""> a')],
    ["[ ] a", "<p>[ ] a</p>\n"],
    ["```TS title\nlet a;\n```", expect.stringContaining('<code class="hljs language-ts"><span class="hljs-keyword">')],
    ["```nonsense\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>\n"],
    ["$x$", expect.stringContaining("<mi>x</mi>")],
    ["$$\na\n- b\n$$\nc", expect.stringMatching(/^<p><span class="katex"><math [^>]*display="block".*<p>c<\/p>\n$/s)],
    ["It is $5 or $10, \\$a", "<p>It is $5 or $10, $a</p>\n"],
    ["$\\frac{$", '<p><code class="formula">\\frac{</code></p>\n'],
    ["$\\def\\a{b}\\a$", '<p><code class="formula">\\def\\a{b}\\a</code></p>\n'],
    ["12:30:45 at :30: :smile:, :+1::tada:", "<p>12:30:45 at :30: 😄, 👍🎉</p>\n"],
    ["`:smile:` \\:smile: a:smile: :Smile: :smile", "<p><code>:smile:</code> :smile: a:smile: :Smile: :smile</p>\n"],
    ["```\n:smile:\n```\n\n    :smile:\n", expect.not.stringContaining("😄")],
    ["https://a.example/:smile:", expect.stringContaining('href="https://a.example/:smile:"')],
    ["[:smile:](https://a.example/:smile: ':smile:')", expect.stringMatching(/href=".*:smile:" title=":smile:".*>😄</)],
    ["![:smile:](https://a.example/cat.png)", expect.stringContaining(">😄</a>")],
    ["<b>&lt;i&gt;</b>", "<p>&lt;b&gt;&lt;i&gt;&lt;/b&gt;</p>\n"],
    ["a.example file.md", "<p>a.example file.md</p>\n"],
  ])("%j", (body, expected) => {
    expect(html(body)).toEqual(expected);
  });

  test("a link leaves the application, and an image is a link", () => {
    const leaving = 'rel="noopener noreferrer nofollow ugc" target="_blank"';
    const link = (address: string, text: string) => `<p><a href="${address}" ${leaving}>${text}</a></p>\n`;
    expect(html("https://a.example")).toBe(link("https://a.example", "https://a.example"));
    expect(html("ana@a.example")).toBe(link("mailto:ana@a.example", "ana@a.example"));
    expect(html("![a *cat*](https://a.example/cat.png)")).toBe(link("https://a.example/cat.png", "a cat"));
    expect(html("![](https://a.example/cat.png)")).toBe(link("https://a.example/cat.png", "https://a.example/cat.png"));
    expect(html("[![cat](https://a.example/cat.png)](https://b.example)")).toBe(link("https://b.example", "cat"));
  });

  test("a workspace's own emoji is a picture, another's is text", () => {
    const src = `/media/pictures/${"0".repeat(64)}.webp`;
    const customEmoji = new Map([["parrot_dance", src]]);
    expect(render(":parrot_dance:`:parrot_dance:` :other:", { customEmoji }).html).toBe(
      `<p><img class="emoji" alt=":parrot_dance:" title=":parrot_dance:" src="${src}"><code>:parrot_dance:</code> :other:</p>\n`,
    );
    expect(html(":parrot_dance:")).toBe("<p>:parrot_dance:</p>\n");
  });
});
