import { expect, test } from "bun:test";
import { createThreads } from "./threads.ts";

const threadsOf = (...replies: number[][]) => {
  const threads = createThreads(new Set(replies.flat()));
  return replies.map((repliesTo, line) => threads.place({ line, id: `m${line}`, repliesTo }));
};

test("an answer begins a thread under what it answers", () => {
  expect(threadsOf([], [0])).toEqual([undefined, "m0"]);
});

test("an answer to an answer is in the same thread", () => {
  expect(threadsOf([], [0], [1], [2])).toEqual([undefined, "m0", "m0", "m0"]);
});

test("of several answered messages the first counts", () => {
  expect(threadsOf([], [], [1, 0], [0, 1])).toEqual([undefined, undefined, "m1", "m0"]);
});

test("who answers oneself or the future answers nobody", () => {
  expect(threadsOf([0], [5], [], [3, 2])).toEqual([undefined, undefined, undefined, "m2"]);
});
