import { beforeEach, describe, expect, test } from "bun:test";
import { createLimiter, rateLimitHeaders } from "./index.ts";

const policy = { name: "sign-in", points: 3, windowSeconds: 60 };

describe("a limiter", () => {
  let at = 0;
  const limiterOf = (options = {}) => createLimiter({ enabled: true, now: () => at, ...options });
  beforeEach(() => {
    at = 1_000;
  });

  test("allows so many in a window, then refuses, then begins anew", async () => {
    const limiter = limiterOf();
    expect(await limiter.consume(policy, "ana")).toEqual({ allowed: true, limit: 3, remaining: 2, resetSeconds: 60 });
    at += 500;
    expect(await limiter.consume(policy, "ana", 2)).toMatchObject({ allowed: true, remaining: 0, resetSeconds: 60 });
    at += 58_600;
    expect(await limiter.consume(policy, "ana")).toMatchObject({ allowed: false, remaining: 0, resetSeconds: 1 });
    at += 900;
    expect(await limiter.consume(policy, "ana")).toMatchObject({ allowed: true, remaining: 2, resetSeconds: 60 });
  });

  test("counts people and policies apart", async () => {
    const limiter = limiterOf();
    await limiter.consume(policy, "ana", 3);
    expect(await limiter.consume(policy, "ben")).toMatchObject({ allowed: true });
    expect(await limiter.consume({ ...policy, name: "mail" }, "ana")).toMatchObject({ allowed: true });
    expect(await limiter.consume(policy, "ana")).toMatchObject({ allowed: false });
  });

  test("takes nothing for what it refuses", async () => {
    const limiter = limiterOf();
    expect(await limiter.consume(policy, "ana", 4)).toMatchObject({ allowed: false, remaining: 3 });
  });

  test("can be turned off and on", async () => {
    const limiter = limiterOf({ enabled: false });
    expect(await limiter.consume(policy, "ana", 9)).toMatchObject({ allowed: true, remaining: 3 });
    limiter.setEnabled(true);
    expect(await limiter.consume(policy, "ana", 9)).toMatchObject({ allowed: false });
  });

  test("forgets the longest unused key when there are too many", async () => {
    const limiter = limiterOf({ maxKeys: 2 });
    for (const key of ["ana", "ben", "cem"]) await limiter.consume(policy, key, 3);
    expect(await limiter.consume(policy, "cem")).toMatchObject({ allowed: false });
    expect(await limiter.consume(policy, "ana")).toMatchObject({ allowed: true });
  });
});

test("the headers name the policy, what is left and when it resets", () => {
  const decision = { allowed: true, limit: 10, remaining: 9, resetSeconds: 30 };
  expect(rateLimitHeaders({ name: "read", points: 10, windowSeconds: 60 }, decision)).toEqual({
    RateLimit: '"read";r=9;t=30',
    "RateLimit-Policy": '"read";q=10;w=60',
  });
});
