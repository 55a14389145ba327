import { expect, test } from "bun:test";
import { endOf } from "./durations.ts";

const wednesday = new Date(2026, 10, 18, 14, 20);

test("hours are counted, days and weeks end with the calendar", () => {
  expect(endOf("halfHour", wednesday)).toEqual(new Date(2026, 10, 18, 14, 50));
  expect(endOf("hour", wednesday)).toEqual(new Date(2026, 10, 18, 15, 20));
  expect(endOf("today", wednesday)).toEqual(new Date(2026, 10, 19));
  expect(endOf("tomorrow", wednesday)).toEqual(new Date(2026, 10, 19, 8));
  expect(endOf("week", wednesday)).toEqual(new Date(2026, 10, 23));
  expect(endOf("never", wednesday)).toBeNull();
});

test("a week ends on the night to Monday, from Sunday and from Monday", () => {
  expect(endOf("week", new Date(2026, 10, 22, 23))).toEqual(new Date(2026, 10, 23));
  expect(endOf("week", new Date(2026, 10, 23, 9))).toEqual(new Date(2026, 10, 30));
});
