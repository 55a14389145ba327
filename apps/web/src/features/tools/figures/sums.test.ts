import { expect, test } from "bun:test";
import type { tools } from "@althing/contract";
import { failuresOf, sumsOf } from "./sums.ts";

const metrics = (part: Partial<tools.ToolMetrics>): tools.ToolMetrics => ({
  name: "tides__forecast",
  calls: 0,
  succeeded: 0,
  failures: {},
  successRate: null,
  p50Ms: null,
  p95Ms: null,
  bytes: 0,
  asked: 0,
  approved: 0,
  approvalSeconds: null,
  lastFailure: null,
  ...part,
});

test("all tools together: each counts by how often it was called and asked for", () => {
  const quick = metrics({ calls: 9, succeeded: 9, asked: 1, approved: 1, approvalSeconds: 2 });
  const slow = metrics({ calls: 1, succeeded: 0, asked: 3, approved: 2, approvalSeconds: 6 });
  expect(sumsOf([quick, slow])).toEqual({ calls: 10, successRate: 0.9, approvalRate: 0.75, approvalSeconds: 5 });
});

test("where nothing was called or asked there is no rate", () => {
  const nothing = { calls: 0, successRate: undefined, approvalRate: undefined, approvalSeconds: undefined };
  expect(sumsOf([metrics({})])).toEqual(nothing);
});

test("kinds of failures are summed up, the most frequent first", () => {
  const all = [metrics({ failures: { network: 1, upstream: 2 } }), metrics({ failures: { network: 4 } })];
  expect(failuresOf(all)).toEqual([
    { kind: "network", count: 5 },
    { kind: "upstream", count: 2 },
  ]);
});
