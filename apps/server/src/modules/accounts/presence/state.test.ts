import { expect, test } from "bun:test";
import { stateOf } from "./state.ts";

const now = Date.UTC(2026, 0, 1);
const minutesAgo = (minutes: number, isAway = false) => ({ isAway, seenAt: now - minutes * 60_000 });
const shown = { busy: false, busyUntil: null, isShown: true };

test("one device in use is enough to be online", () => {
  expect(stateOf(shown, [minutesAgo(60), minutesAgo(0, true), minutesAgo(4)], now)).toBe("online");
});

test("five silent minutes on every device are away, no device is offline", () => {
  expect(stateOf(shown, [minutesAgo(5), minutesAgo(0, true)], now)).toBe("away");
  expect(stateOf(shown, [], now)).toBe("offline");
});

test("busy lasts until its time is over, and only while someone is there", () => {
  const until = (minutes: number) => ({ ...shown, busy: true, busyUntil: new Date(now + minutes * 60_000) });
  expect(stateOf(until(1), [minutesAgo(0)], now)).toBe("busy");
  expect(stateOf(until(0), [minutesAgo(0)], now)).toBe("online");
  expect(stateOf(until(1), [], now)).toBe("offline");
});

test("who does not want to be seen is offline", () => {
  expect(stateOf({ ...shown, busy: true, isShown: false }, [minutesAgo(0)], now)).toBe("offline");
});
