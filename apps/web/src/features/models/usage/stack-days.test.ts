import { expect, test } from "bun:test";
import type { models } from "@althing/contract";
import { stackDays } from "./stack-days.ts";

const tokens = { inputTokens: 0, cachedInputTokens: 0, cacheWriteTokens: 0, outputTokens: 0, reasoningTokens: 0 };
const counts = { entryCount: 1, estimatedCount: 0, unknownCount: 0, unpricedCount: 0 };
const row = (day: string, key: string, micros: number): models.UsageRow => ({
  day,
  key,
  name: key,
  micros,
  tokens,
  ...counts,
});
const [first, second, third] = ["2026-11-24", "2026-11-25", "2026-11-26"] as const;

test("each day is stacked of those that spent most, the greatest at the bottom, and days without spending are there", () => {
  const rows = [row(first, "ben", 10), row(first, "ana", 5), row(third, "ana", 20), row(third, "cem", 0)];
  expect(stackDays({ from: first, to: third, rows })).toEqual({
    keys: ["ana", "ben"],
    days: [
      { day: first, micros: 15, parts: [5, 10] },
      { day: second, micros: 0, parts: [0, 0] },
      { day: third, micros: 20, parts: [20, 0] },
    ],
  });
});

test("beyond five all are others, with those that the server told together, however much they spent", () => {
  const rows = [
    row(first, "others", 1_000),
    ...["a", "b", "c", "d", "e", "f", "g"].map((key, index) => row(first, key, 100 - index)),
  ];
  expect(stackDays({ from: first, to: first, rows })).toEqual({
    keys: ["a", "b", "c", "d", "e", "others"],
    days: [{ day: first, micros: 1_679, parts: [100, 99, 98, 97, 96, 1_189] }],
  });
});

test("where nothing has a price there is nothing to stack", () => {
  expect(stackDays({ from: first, to: first, rows: [row(first, "ana", 0)] })).toEqual({
    keys: [],
    days: [{ day: first, micros: 0, parts: [] }],
  });
});
