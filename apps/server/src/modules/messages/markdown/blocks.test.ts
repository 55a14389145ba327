import { expect, test } from "bun:test";
import { readPdf } from "@althing/testkit";
import { createTypesetter, plainRun } from "../../../platform/pdf/index.ts";
import { createLog } from "../../../platform/telemetry/index.ts";
import { messageBlocks } from "./index.ts";
import { pathological } from "./pathological.fixture.ts";

const pdf = createTypesetter({ log: createLog({ level: "silent" }), limitMs: 60_000 });
const said = (text: string) => ({ kind: "paragraph" as const, runs: [plainRun(text)] });

test("a line says what it says, in the hands that it is written in", () => {
  expect(
    messageBlocks("Just *so*, **very __bold__** ~~no~~ `x`\n[the **tables**](https://a.example) @ana ||hidden||"),
  ).toEqual([
    {
      kind: "paragraph",
      runs: [
        plainRun("Just "),
        { ...plainRun("so"), italic: true },
        plainRun(", "),
        { ...plainRun("very "), bold: true },
        { ...plainRun("bold"), bold: true },
        plainRun(" "),
        { ...plainRun("no"), struck: true },
        plainRun(" "),
        { ...plainRun("x"), code: true },
        { kind: "break" },
        { ...plainRun("the "), href: "https://a.example" },
        { ...plainRun("tables"), href: "https://a.example", bold: true },
        plainRun(" "),
        plainRun("@ana"),
        plainRun(" "),
        plainRun("hidden"),
      ],
    },
  ]);
});

test("blocks stand as they were written, one in the other", () => {
  const body =
    "# Plan\n\n3. three\n   - [x] done\n   - [ ] open\n\n> quoted\n\n```TS title\nlet a;\n```\n\n---\n\n| a | b |\n|---|--:|\n| **c** | d |\n\n$$x^2$$";
  expect(messageBlocks(body)).toEqual([
    { kind: "heading", level: 3, runs: [plainRun("Plan")] },
    {
      kind: "list",
      from: 3,
      items: [
        [
          said("three"),
          {
            kind: "list",
            items: [
              [{ kind: "paragraph", runs: [{ kind: "check", done: true }, plainRun(" done")] }],
              [{ kind: "paragraph", runs: [{ kind: "check", done: false }, plainRun(" open")] }],
            ],
          },
        ],
      ],
    },
    { kind: "quote", blocks: [said("quoted")] },
    { kind: "code", text: "let a;", language: "ts" },
    { kind: "rule" },
    {
      kind: "table",
      aligned: ["start", "right"],
      head: [[plainRun("a")], [plainRun("b")]],
      rows: [[[{ ...plainRun("c"), bold: true }], [plainRun("d")]]],
    },
    { kind: "formula", source: "x^2", tree: expect.anything() },
  ]);
});

test("what is no Markdown is one paragraph", () => {
  expect(messageBlocks("Hello")).toEqual([said("Hello")]);
});

test("lists and quotes without end keep their words", async () => {
  const deep = Array.from({ length: 30 }, (_, level) => `${"> ".repeat(level)}level ${level}`).join("\n\n");
  expect(JSON.stringify(messageBlocks(deep))).toContain("level 29");
});

test("a formula is set as one, and what is none stands as it was typed", async () => {
  const { text } = readPdf(
    await pdf.typeset({ title: "Tides", blocks: messageBlocks("$\\frac{a}{b}$ and $\\frac{$") }),
  );
  expect(text).toContain("𝑎");
  expect(text.match(/\\frac/g)).toHaveLength(1);
});

test("no body breaks what typesets it", async () => {
  const blocks = Object.values(pathological).flatMap((body) => messageBlocks(body.slice(0, 3_000)));
  expect((await pdf.typeset({ title: "All", blocks })).length).toBeGreaterThan(10_000);
}, 60_000);
