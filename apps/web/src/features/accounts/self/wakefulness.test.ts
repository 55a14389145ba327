import { expect, test } from "bun:test";
import { Wakefulness } from "./wakefulness.ts";

const minute = 60_000;

test("someone is away after five minutes without a sign, and back with the first one", () => {
  const wakefulness = new Wakefulness(0);
  expect(wakefulness.check(4 * minute)).toBeUndefined();
  expect(wakefulness.check(5 * minute)).toBe("away");
  expect(wakefulness.check(9 * minute)).toBeUndefined();
  expect(wakefulness.sign(9 * minute)).toBe("online");
  expect(wakefulness.check(13 * minute)).toBeUndefined();
});

test("the server hears of someone busy once a minute, not at every move", () => {
  const wakefulness = new Wakefulness(0);
  expect(wakefulness.sign(1_000)).toBeUndefined();
  expect(wakefulness.sign(minute)).toBe("online");
  expect(wakefulness.sign(minute + 1_000)).toBeUndefined();
});
