import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPdf } from "@althing/testkit";
import { createLog } from "../telemetry/index.ts";
import { type Block, createTypesetter, type PdfDocument, plainRun, TypesetFault, type Typesetter } from "./index.ts";

const log = createLog({ level: "silent" });
const pdf = createTypesetter({ log });
afterAll(() => pdf.stop());

const said = (text: string): Block => ({ kind: "paragraph", runs: [plainRun(text)] });
const documentOf = (blocks: Block[], title = "Ferries"): PdfDocument => ({ title, blocks });
const typeset = async (document: PdfDocument) => readPdf(await pdf.typeset(document));
const folder = mkdtempSync(join(tmpdir(), "althing-pdf-"));

function workerThat(does: string): string {
  const path = join(folder, `${Bun.hash(does)}.ts`);
  writeFileSync(path, does);
  return path;
}

async function faultOf(typesetter: Typesetter, document: PdfDocument = documentOf([])): Promise<string> {
  const error = await typesetter.typeset(document).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof TypesetFault) return error.kind;
  throw error ?? new Error("It was typeset");
}

test("whatever Eve writes stays text: nothing of it is run, read or fetched", async () => {
  const hostile = [
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.0": *',
    '#include "template.typ"',
    '#eval("1 + 1")',
    "#panic()",
    "#let x = 1; #x",
    "$sum_(i=0)^n$",
    "= heading *strong* _emph_ `raw` <label> @reference",
    '"); #sys.inputs //',
    "\\u{1F600} ~ -- --- ... // comment /* comment */",
    "{{ title }} %s",
  ];
  const blocks: Block[] = hostile.flatMap((text) => [
    said(text),
    { kind: "code", text, language: "typ" },
    { kind: "list", items: [[said(text)]] },
    { kind: "table", aligned: ["left"], head: [[plainRun(text)]], rows: [[[plainRun(text)]]] },
    { kind: "entry", who: text, detail: text, when: text, blocks: [] },
  ]);
  const { text, title } = await typeset(documentOf(blocks, hostile.join(" ")));
  const letters = (one: string) => one.replace(/\s/g, "");
  for (const written of hostile) expect(letters(text).split(letters(written)).length).toBeGreaterThan(5);
  expect(title).toBe(hostile.join(" "));
  expect(text).not.toContain("root:");
});

test("a document has its title, its pages' numbers, links that lead out, and a structure to be read aloud", async () => {
  const { title, pageCount, roles, links, text } = await typeset(
    documentOf([
      { kind: "heading", level: 3, runs: [plainRun("Departures")] },
      { kind: "paragraph", runs: [{ ...plainRun("the tables"), href: "https://tides.example/?q=(1)" }] },
      { kind: "quote", blocks: [said("At six.")] },
      { kind: "list", from: 3, items: [[said("three")], [said("four")]] },
      { kind: "table", aligned: ["start"], head: [[plainRun("Pier")]], rows: [[[plainRun("North")]]] },
      ...Array.from({ length: 60 }, (_, index) => said(`Line ${index}`)),
    ]),
  );
  expect({ title, pageCount, links }).toEqual({
    title: "Ferries",
    pageCount: 2,
    links: ["https://tides.example/?q=(1)"],
  });
  expect(roles).toEqual(
    expect.objectContaining(new Set(["H1", "H3", "P", "L", "LI", "BlockQuote", "Table", "TH", "TD", "Link"])),
  );
  expect(text).toMatch(/3\.three\n4\.four/);
  expect(text).toContain("Ferries1 / 2");
});

test("Arabic, Chinese, Greek, Hebrew, Hindi, Japanese, Korean, Russian, Thai and emoji have letters, not boxes", async () => {
  const texts = [
    "متى تغادر العبارة؟",
    "轮渡几点出发？我们应该怎么办。",
    "Ελληνικά",
    "שלום",
    "पहली नौका",
    "最初のフェリー",
    "첫 배는",
    "Привет",
    "เรือ",
    "😀👍🏽",
  ];
  const { fonts, missingCount } = await typeset(
    documentOf(texts.flatMap((text) => [said(text), { kind: "code", text }])),
  );
  expect(missingCount).toBe(0);
  for (const family of ["NotoNaskhArabic", "BIZUDPMincho", "NanumMyeongjo", "NotoEmoji"])
    expect([...fonts].filter((font) => font.startsWith(family))).not.toEqual([]);
});

test("a word longer than a line goes on in the next, and can be copied whole", async () => {
  const word = "https://harbour.example/".padEnd(400, "abcdefghij");
  const { text } = await typeset(documentOf([said(word), { kind: "code", text: word }]));
  const [, body = ""] = text.split("Ferries\n");
  expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(110);
  expect(body.replaceAll("\n", "").split(word).length).toBe(3);
});

test("halves of letters and what cannot be seen are left out", async () => {
  const { text, missingCount } = await typeset(documentOf([said("half \ud83d and \u0000\u0007none")], "a\ud83d"));
  expect(text).toContain("and none");
  expect(missingCount).toBe(0);
});

test("a document that takes too long is given up, and the next one has its turn", async () => {
  const hanging = createTypesetter({ log, limitMs: 300, worker: workerThat("for (;;) {}") });
  expect(await faultOf(hanging)).toBe("late");
  expect(await Promise.all([faultOf(hanging), faultOf(hanging)])).toEqual(["late", "late"]);
});

test("one that breaks the compiler is told from one that takes long", async () => {
  expect(await faultOf(createTypesetter({ log, worker: workerThat("process.exit(1)") }))).toBe("failed");
});

test("what is too long is refused before anything is begun, and so is a crowd", async () => {
  const stuck = createTypesetter({ log, limitMs: 5_000, worker: workerThat("for (;;) { }") });
  expect(await faultOf(stuck, documentOf([said("a".repeat(3_000_000))]))).toBe("too_long");
  const waiting = Array.from({ length: 10 }, () => faultOf(stuck));
  expect(await faultOf(stuck)).toBe("busy");
  stuck.stop();
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(["failed", "busy"]));
});
