// What stands in a PDF that we typeset, read from its bytes: text by the fonts' own tables, links, title, marks. Not for any PDF.
import { inflateSync } from "node:zlib";

export type ReadPdf = {
  readonly title: string;
  readonly pageCount: number;
  /** The roles of its structure, for who has it read to them: `H1`, `P`, `Table`; empty where it has none. */
  readonly roles: ReadonlySet<string>;
  readonly links: readonly string[];
  readonly fonts: ReadonlySet<string>;
  /** Line by line, as the letters stand on the page. */
  readonly text: string;
  /** How many letters no font had. */
  readonly missingCount: number;
};

type Part = { readonly head: string; readonly stream: () => string };
type Font = ReadonlyMap<number, string>;

export function readPdf(bytes: Uint8Array): ReadPdf {
  const source = Buffer.from(bytes).toString("latin1");
  if (!source.startsWith("%PDF-")) throw new Error("This is no PDF");
  const parts = new Map(
    [...source.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((found) => [found[1], partOf(found[2])]),
  );
  const heads = [...parts.values()].map(({ head }) => head);
  const isMarked = heads.some((head) => head.includes("/Marked true"));
  const pages = heads.filter((head) => /\/Type \/Page\n/.test(head)).map((head) => readPage(head, parts));
  const info = parts.get(/\/Info (\d+) 0 R/.exec(source)?.[1])?.head ?? "";
  return {
    title: literalOf(
      /\/Title ((?:\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\))|<[0-9A-F]*>)/.exec(info)?.[1] ?? "()",
    ),
    pageCount: pages.length,
    roles: new Set(isMarked ? heads.flatMap((head) => /\/StructElem[\s\S]*?\/S \/(\w+)/.exec(head)?.[1] ?? []) : []),
    links: heads.flatMap((head) =>
      [...head.matchAll(/\/URI (\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\))/g)].map((found) =>
        literalOf(found[1] ?? ""),
      ),
    ),
    fonts: new Set(heads.flatMap((head) => /\/BaseFont \/\w{6}\+([\w-]+?)(?:-Identity-H)?\n/.exec(head)?.[1] ?? [])),
    text: pages.map(({ text }) => text).join("\n"),
    missingCount: pages.reduce((sum, { missingCount }) => sum + missingCount, 0),
  };
}

function partOf(body = ""): Part {
  const [, head = body, bytes] = /^([\s\S]*?)\nstream\n([\s\S]*)\nendstream$/.exec(body) ?? [];
  const inflated = () => inflateSync(Buffer.from(bytes ?? "", "latin1")).toString("latin1");
  return { head, stream: () => (head.includes("/FlateDecode") ? inflated() : (bytes ?? "")) };
}

function readPage(head: string, parts: ReadonlyMap<string | undefined, Part>) {
  const fonts = new Map([...head.matchAll(/\/(f\d+) (\d+) 0 R/g)].map((found) => [found[1], fontOf(parts, found[2])]));
  const content = parts.get(/\/Contents (\d+) 0 R/.exec(head)?.[1])?.stream() ?? "";
  const letters =
    /1 0 0 -1 \S+ (\S+) cm|\/(f\d+) \S+ Tf|(?<!\/\w+ )(\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|<[0-9A-F]+>)/gi;
  const lines = new Map<string, string>();
  let [line, missingCount] = ["", 0];
  let font: Font | undefined;
  for (const [, height, name, letterCodes] of content.matchAll(letters)) {
    if (height) line = height;
    else if (name) font = fonts.get(name);
    else
      for (const code of codesOf(rawOf(letterCodes ?? ""))) {
        if (code === 0) missingCount += 1;
        lines.set(line, (lines.get(line) ?? "") + (font?.get(code) ?? ""));
      }
  }
  return { text: [...lines.values()].join("\n"), missingCount };
}

function fontOf(parts: ReadonlyMap<string | undefined, Part>, id: string | undefined): Font {
  const table = parts.get(/\/ToUnicode (\d+) 0 R/.exec(parts.get(id)?.head ?? "")?.[1])?.stream() ?? "";
  const pairs = [...table.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)].flatMap(([, rows = ""]) => [
    ...rows.matchAll(/<(\w+)> ?<(\w+)>/g),
  ]);
  return new Map(pairs.map(([, code = "", text = ""]) => [Number.parseInt(code, 16), utf16(Buffer.from(text, "hex"))]));
}

const utf16 = (bytes: Buffer): string => Buffer.from(bytes).swap16().toString("utf16le");

function* codesOf(raw: string): Generator<number> {
  for (let at = 0; at + 1 < raw.length; at += 2) yield (raw.charCodeAt(at) << 8) | raw.charCodeAt(at + 1);
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };

function rawOf(literal: string): string {
  if (literal.startsWith("<")) return Buffer.from(literal.slice(1, -1), "hex").toString("latin1");
  return literal
    .slice(1, -1)
    .replace(/\\([0-7]{1,3}|[\s\S])/g, (_, one: string) =>
      /^[0-7]/.test(one) ? String.fromCharCode(Number.parseInt(one, 8)) : (escapes[one] ?? one),
    );
}

function literalOf(literal: string): string {
  const raw = rawOf(literal);
  return raw.startsWith("\u00fe\u00ff") ? utf16(Buffer.from(raw.slice(2), "latin1")) : raw;
}
