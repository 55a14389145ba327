import { expect, test } from "bun:test";
import { emojiAt, layRows, move } from "./emoji-rows.ts";

const some = (count: number, sign: string) =>
  Array.from({ length: count }, (_, index) => ({ text: `${sign}${index}`, name: sign, shortcode: undefined }));
const rows = layRows([
  { key: "a", title: "A", emoji: some(10, "a") },
  { key: "none", title: "None", emoji: [] },
  { key: "b", title: "B", emoji: some(3, "b") },
]);

test("sections are laid in rows of eight below their titles, empty ones left out", () => {
  expect(rows.map((row) => (row.kind === "title" ? row.title : row.emoji.length))).toEqual(["A", 8, 2, "B", 3]);
});

test("arrows lead from line to line, over titles and edges", () => {
  const at = (row: number, column: number) => ({ row, column });
  expect(move(rows, undefined, "down")).toEqual(at(1, 0));
  expect(move(rows, at(1, 7), "forward")).toEqual(at(2, 0));
  expect(move(rows, at(1, 7), "down")).toEqual(at(2, 1));
  expect(move(rows, at(2, 1), "down")).toEqual(at(4, 1));
  expect(move(rows, at(4, 0), "back")).toEqual(at(2, 1));
  expect(move(rows, at(1, 0), "up")).toEqual(at(1, 0));
  expect(move(rows, at(4, 2), "forward")).toEqual(at(4, 2));
  expect(emojiAt(rows, at(4, 2))?.text).toBe("b2");
});
