import { describe, expect, test } from "bun:test";
import { diffWords } from "./diff-words.ts";

describe("what became of a text", () => {
  test("a word more, a word less, and the same between", () => {
    expect(diffWords("the ferry is late", "the ferry is an hour late")).toEqual([
      { kind: "same", text: "the ferry is " },
      { kind: "added", text: "an hour " },
      { kind: "same", text: "late" },
    ]);
    expect(diffWords("see you there", "see you")).toEqual([
      { kind: "same", text: "see you" },
      { kind: "removed", text: " there" },
    ]);
  });

  test("nothing, where nothing changed", () => {
    expect(diffWords("same", "same")).toEqual([{ kind: "same", text: "same" }]);
  });

  test("very long texts are told as replaced", () => {
    const long = "word ".repeat(2_000);
    expect(diffWords(long, "short").map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });
});
