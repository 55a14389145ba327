import { expect, test } from "bun:test";
import { portionsOf } from "./portions.ts";

const countsOf = (content: unknown) => portionsOf(content).portions.map(({ count }) => count);

test("a file of many conversations comes in portions of at most fifty", () => {
  expect(countsOf(Array.from({ length: 120 }, (_, id) => ({ id })))).toEqual([50, 50, 20]);
  expect(portionsOf({ title: "Ferries" }).portions).toEqual([{ content: [{ title: "Ferries" }], count: 1 }]);
  expect(countsOf([])).toEqual([]);
});

test("a portion is no larger than a request may be, and what is larger by itself is counted", () => {
  const megabytes = (count: number) => ({ text: "ø".repeat((count * 1_024 * 1_024) / 2) });
  expect(countsOf([megabytes(10), megabytes(10), megabytes(10)])).toEqual([2, 1]);
  const withHuge = portionsOf([megabytes(1), megabytes(25)]);
  expect([withHuge.portions.length, withHuge.tooLarge]).toEqual([1, 1]);
});
