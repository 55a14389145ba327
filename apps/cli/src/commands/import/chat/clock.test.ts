import { expect, test } from "bun:test";
import { createClock } from "./clock.ts";

const readAll = (...times: string[]) => {
  const clock = createClock();
  return times.map((time) => new Date(clock.read(Date.parse(time))).toISOString().slice(0, 16));
};

test("times that rise stay as they are", () => {
  expect(readAll("2012-03-24T20:03:00Z", "2012-03-24T23:59:00Z")).toEqual(["2012-03-24T20:03", "2012-03-24T23:59"]);
});

test("a clock that falls back at midnight has come to the next day, and stays there", () => {
  const times = readAll("2012-03-24T23:59:00Z", "2012-03-24T00:00:00Z", "2012-03-24T02:09:00Z");
  expect(times).toEqual(["2012-03-24T23:59", "2012-03-25T00:00", "2012-03-25T02:09"]);
});

test("a clock of twelve hours that falls back has come to noon", () => {
  expect(readAll("2004-12-25T11:55:00Z", "2004-12-25T00:05:00Z")).toEqual(["2004-12-25T11:55", "2004-12-25T12:05"]);
});

test("a line that is a little late is no turn of the clock, and neither is another year", () => {
  expect(readAll("2012-03-24T20:03:00Z", "2012-03-24T20:01:00Z")[1]).toBe("2012-03-24T20:01");
  expect(readAll("2012-03-24T20:03:00Z", "2010-03-24T20:01:00Z")[1]).toBe("2010-03-24T20:01");
});
