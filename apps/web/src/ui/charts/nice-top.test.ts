import { expect, test } from "bun:test";
import { niceTop } from "./nice-top.ts";

test.each([
  [0, 2],
  [1, 2],
  [3, 4],
  [5, 6],
  [7, 8],
  [9, 10],
  [10, 10],
  [11, 20],
  [43, 50],
  [51, 60],
  [999, 1_000],
  [1_001, 2_000],
])("an axis for %i ends at %i", (value, top) => {
  expect(niceTop(value)).toBe(top);
});
