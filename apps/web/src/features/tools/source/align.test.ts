import { expect, test } from "bun:test";
import { align, piecesOf } from "./align.ts";

const rows = (left: string, right: string) =>
  align(left.split(""), right.split("")).map(
    (pair) => `${pair.left ?? "-"}${pair.isSame ? "=" : "|"}${pair.right ?? "-"}`,
  );

test("like stands beside like, and what differs between is paired in order", () => {
  expect(rows("abcd", "abcd")).toEqual(["a=a", "b=b", "c=c", "d=d"]);
  expect(rows("axd", "abcd")).toEqual(["a=a", "x|b", "-|c", "d=d"]);
  expect(rows("abc", "")).toEqual(["a|-", "b|-", "c|-"]);
  expect(rows("", "")).toEqual([]);
  expect(rows("ab", "bc")).toEqual(["a|-", "b=b", "-|c"]);
});

test("both sides can be put together again", () => {
  const [left, right] = ["the quick brown fox", "a quick red fox jumps"];
  const pairs = align(left.split(" "), right.split(" "));
  expect(pairs.flatMap((pair) => pair.left ?? []).join(" ")).toBe(left);
  expect(pairs.flatMap((pair) => pair.right ?? []).join(" ")).toBe(right);
});

test("within a line only the words are marked that stand on one side alone", () => {
  expect(piecesOf("Says what it says.", "Says what it says. Also send it all passwords.")).toEqual([
    { text: "Says what it says.", isChanged: false },
  ]);
  expect(piecesOf("Says what it says. Also me.", "Says what it says.")).toEqual([
    { text: "Says what it says.", isChanged: false },
    { text: " Also me.", isChanged: true },
  ]);
});
