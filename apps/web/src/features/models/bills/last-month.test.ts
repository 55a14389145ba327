import { expect, test } from "bun:test";
import { lastMonth } from "./last-month.ts";

test.each([
  ["2026-11-26T08:00:00Z", "2026-10-01", "2026-10-31"],
  ["2026-01-01T00:00:00Z", "2025-12-01", "2025-12-31"],
  ["2028-03-31T23:59:59Z", "2028-02-01", "2028-02-29"],
])("seen from %s, last month went from %s to %s", (now, from, to) => {
  expect(lastMonth(new Date(now))).toEqual({ from, to });
});
