import { expect, test } from "bun:test";
import { createMemoryCache } from "./index.ts";

const never = async (): Promise<unknown> => {
  throw new Error("It should not be loaded.");
};

test("what was loaded is kept until its time is over", async () => {
  let at = 0;
  const cache = createMemoryCache({ now: () => at });
  expect(await cache.getOrLoad("room", 10, async () => 1)).toBe(1);
  at = 9_999;
  expect(await cache.getOrLoad("room", 10, never)).toBe(1);
  at = 10_000;
  expect(await cache.getOrLoad("room", 10, async () => 2)).toBe(2);
  expect(cache.stats()).toMatchObject({ entries: 1, hits: 1, misses: 2 });
});

test("a thousand who ask at once cause one load", async () => {
  const cache = createMemoryCache();
  const { promise, resolve } = Promise.withResolvers<string>();
  let loads = 0;
  const load = () => {
    loads += 1;
    return promise;
  };
  const answers = Array.from({ length: 1_000 }, () => cache.getOrLoad("room", 10, load));
  resolve("lobby");
  expect(new Set(await Promise.all(answers))).toEqual(new Set(["lobby"]));
  expect(loads).toBe(1);
});

test("a failed load is told to all who waited, and tried again", async () => {
  const cache = createMemoryCache();
  const answers = [cache.getOrLoad("room", 10, never), cache.getOrLoad("room", 10, never)];
  expect((await Promise.allSettled(answers)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await cache.getOrLoad("room", 10, async () => "lobby")).toBe("lobby");
});

test("a load that began before a delete is not kept", async () => {
  const cache = createMemoryCache();
  const { promise, resolve } = Promise.withResolvers<string>();
  const before = cache.getOrLoad("room", 10, () => promise);
  await cache.delete("room");
  const after = cache.getOrLoad("room", 10, async () => "new");
  resolve("old");
  expect(await Promise.all([before, after])).toEqual(["old", "new"]);
  expect(await cache.getOrLoad("room", 10, never)).toBe("new");
});

test("a prefix is deleted, the rest stays", async () => {
  const cache = createMemoryCache();
  for (const key of ["room:1", "room:2", "account:1"]) await cache.getOrLoad(key, 10, async () => key);
  await cache.deleteByPrefix("room:");
  expect(cache.stats().entries).toBe(1);
  expect(await cache.getOrLoad("account:1", 10, never)).toBe("account:1");
});

test("undefined and null are values too", async () => {
  const cache = createMemoryCache();
  await cache.getOrLoad("nobody", 10, async () => undefined);
  await cache.getOrLoad("nothing", 10, async () => null);
  expect(await cache.getOrLoad("nobody", 10, never)).toBeUndefined();
  expect(await cache.getOrLoad("nothing", 10, never)).toBeNull();
});

test("its size is bounded, and what is too large is answered but not kept", async () => {
  const cache = createMemoryCache({ maxBytes: 1_000 });
  for (let index = 0; index < 100; index++) await cache.getOrLoad(`room:${index}`, 10, async () => "x".repeat(50));
  expect(cache.stats().sizeBytes).toBeLessThanOrEqual(1_000);
  expect(await cache.getOrLoad("large", 10, async () => "x".repeat(5_000))).toHaveLength(5_000);
  expect(await cache.getOrLoad("large", 10, async () => "again")).toBe("again");
});
