import { expect, test } from "bun:test";
import { ModelFault } from "./model-fault.ts";
import { readRetryAfterMs, retryWaitMs } from "./retry.ts";

const now = new Date("2026-11-25T12:00:00Z");
const read = (headers: Record<string, string>) => readRetryAfterMs(new Headers(headers), now);

test.each([
  ["seconds", { "retry-after": "3" }, 3_000],
  ["half a second", { "retry-after": "0.5" }, 500],
  ["a date", { "retry-after": "Wed, 25 Nov 2026 12:00:07 GMT" }, 7_000],
  ["a date that has passed", { "retry-after": "Wed, 25 Nov 2026 11:00:00 GMT" }, 0],
  ["milliseconds, which are more exact", { "retry-after": "2", "retry-after-ms": "1234" }, 1_234],
  ["nothing", {}, undefined],
  ["nonsense", { "retry-after": "soon" }, undefined],
])("%s can be asked for", (_, headers, milliseconds) => {
  expect(read(headers as Record<string, string>)).toBe(milliseconds);
});

test("waits grow, differ by chance, and are never shorter than what was asked for", () => {
  const fault = (retryAfterMs?: number) => new ModelFault("overloaded", { retryAfterMs });
  expect([0, 1, 2].map((attempt) => retryWaitMs(fault(), attempt, () => 0))).toEqual([250, 500, 1_000]);
  expect([0, 1, 2].map((attempt) => retryWaitMs(fault(), attempt, () => 1))).toEqual([500, 1_000, 2_000]);
  expect(retryWaitMs(fault(4_000), 0, () => 0)).toBe(4_000);
});
