import { expect, test } from "bun:test";
import { rangeOf } from "./range.ts";

test("a span ends today and counts today, by UTC", () => {
  const late = new Date("2026-03-01T23:30:00Z");
  expect(rangeOf("7", late)).toEqual({ from: "2026-02-23", to: "2026-03-01" });
  expect(rangeOf("30", late)).toEqual({ from: "2026-01-31", to: "2026-03-01" });
});
