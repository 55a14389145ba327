import { expect, test } from "bun:test";
import { branchOf } from "./shared-branch.ts";

const turn = (place: number, parent: number | null) => ({ place, parent });
const placesOf = (...given: Parameters<typeof branchOf>) => branchOf(...given).map((shown) => shown.turn.place);

test("a shared tree is read along its latest branch, until another is chosen", () => {
  const turns = [turn(0, null), turn(1, 0), turn(2, 0), turn(3, 1)];
  expect(placesOf(turns, new Map())).toEqual([0, 2]);
  expect(placesOf(turns, new Map([[0, 1]]))).toEqual([0, 1, 3]);
  expect(branchOf(turns, new Map())[1]?.siblings).toHaveLength(2);
  expect(placesOf([], new Map())).toEqual([]);
});

test("a broken tree ends, whatever it says", () => {
  expect(placesOf([turn(0, null), turn(1, 1), turn(2, 0), turn(0, 2)], new Map())).toEqual([0, 2]);
});
