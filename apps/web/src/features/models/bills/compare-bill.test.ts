import { expect, test } from "bun:test";
import { compareBill } from "./compare-bill.ts";

const against = (micros: number, ours: number, estimatedMicros = 0) =>
  compareBill({ micros, ledger: { micros: ours, estimatedMicros, entryCount: 1, unpricedCount: 0 } });

test("a bill agrees with the ledger to within a hundredth of it", () => {
  expect(against(10_000, 9_900)).toEqual({ difference: 100, share: 0.01, agrees: true, estimatedShare: 0 });
  expect(against(10_000, 10_101)).toMatchObject({ difference: -101, share: -0.0101, agrees: false });
});

test("where nothing was billed there is no share of it, and anything in the ledger is a difference", () => {
  expect(against(0, 0)).toEqual({ difference: 0, share: undefined, agrees: true, estimatedShare: 0 });
  expect(against(0, 5)).toMatchObject({ difference: -5, share: undefined, agrees: false });
});

test("what is estimated is told as a share of the ledger's sum", () => {
  expect(against(100, 80, 20)).toMatchObject({ difference: 20, share: 0.2, agrees: false, estimatedShare: 0.25 });
});
