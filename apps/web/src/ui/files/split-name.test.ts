import { expect, test } from "bun:test";
import { splitName } from "./split-name.ts";

test("the ending of a name stays with a few letters before it, whatever script it is in", () => {
  expect(splitName("timetable-of-all-ferries-2026.pdf")).toEqual(["timetable-of-all-ferries-", "2026.pdf"]);
  expect(splitName("a.txt")).toEqual(["", "a.txt"]);
  expect(splitName("تقرير العبارات.pdf")).toEqual(["تقرير العب", "ارات.pdf"]);
  expect(splitName("family 👨‍👩‍👧‍👦👨‍👩‍👧‍👦.png")).toEqual(["famil", "y 👨‍👩‍👧‍👦👨‍👩‍👧‍👦.png"]);
});

test("a name without an ending keeps its last letters", () => {
  expect(splitName(".gitignore")).toEqual([".gitig", "nore"]);
  expect(splitName("Protocol of the 3. meeting of all")).toEqual(["Protocol of the 3. meeting of", " all"]);
});
