import { expect, test } from "bun:test";
import { indent, newLine, outdent } from "../editing/lines.ts";
import { editOf } from "./keys.ts";

const keys = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const at = (text: string) => ({ text, start: text.length, end: text.length });

test("Enter sends, but not in code and not under a thumb; Ctrl or ⌘ with it always does", () => {
  const enter = { ...keys, key: "Enter" };
  expect(editOf(enter, at("Hello"), true)).toBe("submit");
  expect(editOf({ ...enter, shiftKey: true }, at("Hello"), true)).toBe(newLine);
  expect(editOf(enter, at("```\ncode"), true)).toBe(newLine);
  expect(editOf(enter, at("Hello"), false)).toBe(newLine);
  expect(editOf({ ...enter, ctrlKey: true }, at("```\ncode"), true)).toBe("submit");
  expect(editOf({ ...enter, metaKey: true }, at("Hello"), false)).toBe("submit");
});

test("the tabulator moves in and out, where the text lets it", () => {
  expect(editOf({ ...keys, key: "Tab" }, at("- a"), true)).toBe(indent);
  expect(editOf({ ...keys, key: "Tab", shiftKey: true }, at("- a"), true)).toBe(outdent);
  expect(editOf({ ...keys, key: "a" }, at(""), true)).toBeUndefined();
});
