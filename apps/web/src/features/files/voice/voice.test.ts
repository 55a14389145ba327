import { expect, test } from "bun:test";
import { clockOf, momentIn } from "./clock-of.ts";
import { levelOf } from "./recording.ts";

test("a recording's length is read like a clock", () => {
  expect([0, 7_999, 61_000, 3_720_000].map(clockOf)).toEqual(["0:00", "0:07", "1:01", "1:02:00"]);
});

test("a note is named by when it was spoken", () => {
  expect(momentIn(new Date(2026, 10, 6, 7, 5))).toBe("2026-11-06 07.05");
});

test("silence has no level, and shouting all of it", () => {
  expect(levelOf(new Uint8Array(64).fill(128))).toBe(0);
  expect(levelOf(new Uint8Array(64).map((_, index) => (index % 2 ? 0 : 255)))).toBe(1);
  const speech = levelOf(new Uint8Array(64).map((_, index) => (index % 2 ? 112 : 144)));
  expect(speech).toBeGreaterThan(0.2);
  expect(speech).toBeLessThan(0.6);
});
