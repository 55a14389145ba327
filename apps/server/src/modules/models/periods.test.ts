import { expect, test } from "bun:test";
import { periodEnd, periodStart } from "./periods.ts";

const spans = (at: string) =>
  (["day", "week", "month"] as const).map((period) =>
    [periodStart, periodEnd].map((find) => find(period, new Date(at)).toISOString().slice(0, 10)),
  );

test("weeks begin on Monday, also around a new year", () => {
  expect(spans("2026-01-04T23:59:59Z")).toEqual([
    ["2026-01-04", "2026-01-05"],
    ["2025-12-29", "2026-01-05"],
    ["2026-01-01", "2026-02-01"],
  ]);
  expect(spans("2026-01-05T00:00:00Z")[1]).toEqual(["2026-01-05", "2026-01-12"]);
});

test("a month ends where the next begins, also in December and February", () => {
  expect(spans("2026-12-31T12:00:00Z")[2]).toEqual(["2026-12-01", "2027-01-01"]);
  expect(spans("2028-02-29T12:00:00Z")[2]).toEqual(["2028-02-01", "2028-03-01"]);
});
