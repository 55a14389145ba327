import { expect, test } from "bun:test";
import { sizeIn } from "./size-in.ts";

test("a size is told in the unit that makes it small", () => {
  expect(sizeIn(900)).toEqual({ value: 900, unit: "byte" });
  expect(sizeIn(1_536)).toEqual({ value: 1.5, unit: "kilobyte" });
  expect(sizeIn(100 * 1024 ** 2)).toEqual({ value: 100, unit: "megabyte" });
  expect(sizeIn(5_000 * 1024 ** 3)).toEqual({ value: 5_000, unit: "gigabyte" });
});
