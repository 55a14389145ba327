import { expect, test } from "bun:test";
import { boxOf } from "./image-boxes.ts";

test("a picture keeps its shape and is never blown up", () => {
  expect(boxOf({ width: 4_000, height: 3_000 })).toEqual({ width: 400, aspectRatio: "400 / 300" });
  expect(boxOf({ width: 3_000, height: 4_000 })).toEqual({ width: 240, aspectRatio: "240 / 320" });
  expect(boxOf({ width: 100, height: 80 })).toEqual({ width: 100, aspectRatio: "100 / 80" });
});

test("a very long one can still be hit, and one of unknown size has its room", () => {
  expect(boxOf({ width: 10_000, height: 20 })).toEqual({ width: 400, aspectRatio: "400 / 48" });
  expect(boxOf({ width: 1, height: 1 })).toEqual({ width: 48, aspectRatio: "48 / 48" });
  expect(boxOf({ width: null, height: null })).toEqual({ width: 320, aspectRatio: "4 / 3" });
});
