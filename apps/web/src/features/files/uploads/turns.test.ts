import { expect, test } from "bun:test";
import { createTurns } from "./turns.ts";

test("so many go on at a time, and the next begins when one has ended, well or not", async () => {
  const inTurn = createTurns(2);
  const ends: ((isWell: boolean) => void)[] = [];
  const begun: number[] = [];
  const all = [0, 1, 2, 3].map((index) =>
    inTurn(() => {
      begun.push(index);
      return new Promise<void>((resolve, reject) => ends.push((isWell) => (isWell ? resolve() : reject(new Error()))));
    }).catch(() => undefined),
  );
  expect(begun).toEqual([0, 1]);
  ends[0]?.(false);
  await all[0];
  await new Promise(setImmediate);
  expect(begun).toEqual([0, 1, 2]);
  ends[1]?.(true);
  ends[2]?.(true);
  await all[2];
  await new Promise(setImmediate);
  ends[3]?.(true);
  await Promise.all(all);
  expect(begun).toEqual([0, 1, 2, 3]);
});
