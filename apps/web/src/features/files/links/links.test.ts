import { expect, test } from "bun:test";
import { Links, type Wanted } from "./links.ts";

const minute = 60_000;

function openLinks() {
  const asked: (readonly Wanted[])[] = [];
  const waiting: (() => void)[] = [];
  const clock = { now: 0 };
  let isDown = false;
  const links = new Links({
    ask: async (wanted) => {
      asked.push(wanted);
      if (isDown) throw new Error("down");
      const expiresAt = new Date(clock.now + 10 * minute).toISOString();
      return wanted.map((one) => ({ ...one, url: `/${one.id}?${asked.length}`, expiresAt }) as never);
    },
    soon: (work) => void waiting.push(work),
    now: () => clock.now,
  });
  const settle = async () => {
    for (const work of waiting.splice(0)) work();
    await new Promise(setImmediate);
  };
  return { links, asked, clock, settle, fail: (is: boolean) => (isDown = is) };
}

const preview = (id: string): Wanted => ({ id, variant: "preview" });

test("what comes into view together is asked for together, and once", async () => {
  const { links, asked, settle } = openLinks();
  for (const id of ["a", "b", "a"]) links.want(preview(id));
  await settle();
  links.want(preview("a"));
  await settle();
  expect(asked).toEqual([[preview("a"), preview("b")]]);
  expect(links.read(preview("b"))).toBe("/b?1");
  expect(links.read({ id: "b", variant: "original" })).toBeUndefined();
});

test("an address is kept until shortly before its end", async () => {
  const { links, asked, clock, settle } = openLinks();
  links.want(preview("a"));
  await settle();
  clock.now = 8 * minute;
  links.want(preview("a"));
  await settle();
  expect(asked).toHaveLength(1);
  clock.now = 9.5 * minute;
  links.want(preview("a"));
  // Until the new one is there the old one may still do.
  expect(links.read(preview("a"))).toBe("/a?1");
  await settle();
  expect(links.read(preview("a"))).toBe("/a?2");
});

test("one that does not work is asked for anew once it has ended, and one that got no answer at the next wish", async () => {
  const { links, asked, clock, settle, fail } = openLinks();
  links.want(preview("a"));
  await settle();
  links.renew(preview("a"));
  await settle();
  expect(asked).toHaveLength(1);
  clock.now = 11 * minute;
  links.renew(preview("a"));
  expect(links.read(preview("a"))).toBeUndefined();
  fail(true);
  await settle();
  fail(false);
  links.want(preview("a"));
  await settle();
  expect(links.read(preview("a"))).toBe("/a?3");
});

test("more than a request may hold are asked for in several", async () => {
  const { links, asked, settle } = openLinks();
  for (let index = 0; index < 150; index++) links.want(preview(String(index)));
  await settle();
  expect(asked.map(({ length }) => length)).toEqual([100, 50]);
});
