import { expect, test } from "bun:test";
import { initialsOf } from "./avatar-colors.ts";

test("initials are of the first and the last word, and signs only where nothing else is", () => {
  expect(initialsOf("Ana Maria Vik")).toBe("AV");
  expect(initialsOf("  ben ")).toBe("B");
  expect(initialsOf("__doc__")).toBe("D");
  expect(initialsOf("[ed] 24-seven")).toBe("E2");
  expect(initialsOf("^_^")).toBe("^");
  expect(initialsOf("")).toBe("");
});
