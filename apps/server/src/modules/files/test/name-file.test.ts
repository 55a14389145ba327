import { describe, expect, test } from "bun:test";
import { files } from "@althing/contract";
import { processorMs } from "@althing/testkit";
import fc from "fast-check";

const { FileName, fileName } = files;

describe("a file's name", () => {
  test.each([
    ["Tide table.pdf", "Tide table.pdf"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\Ana\\map.png", "map.png"],
    ["..", "file"],
    [" . ", "file"],
    [".bashrc", ".bashrc"],
    ["evil\u202egnp.exe", "evilgnp.exe"],
    ["two\nlines\u0000.txt", "twolines.txt"],
    ["\ud800.txt", "\ufffd.txt"],
    ["cafe\u0301.txt", "café.txt"],
    ["trailing. . ", "trailing"],
  ])("%j is shown as %j", (given, shown) => {
    expect(fileName(given)).toBe(shown);
  });

  test("that is too long keeps its ending and no half of a character", () => {
    const shown = fileName(`${"þ".repeat(300)}.tar.gz`);
    expect(new TextEncoder().encode(shown).length).toBeLessThanOrEqual(255);
    expect(shown).toEndWith("þ.gz");
  });

  test("however long it is, keeps nobody waiting", () => {
    for (const part of ["x", ".", " ", "\u202e"])
      expect(processorMs(() => fileName(`${part.repeat(1_000_000)}x`))).toBeLessThan(200);
  });

  test("whatever it is, is one short line without folders, and stays as it is shown", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 600 }), (given) => {
        const shown = FileName.parse(given);
        expect(shown).not.toMatch(/[\p{Cc}/\\\u202a-\u202e\u2066-\u2069]/u);
        expect(shown.isWellFormed() && shown.trim() !== "" && shown !== "." && shown !== "..").toBe(true);
        expect(new TextEncoder().encode(shown).length).toBeLessThanOrEqual(255);
        expect(fileName(shown)).toBe(shown);
      }),
      { numRuns: 2_000 },
    );
  });
});
