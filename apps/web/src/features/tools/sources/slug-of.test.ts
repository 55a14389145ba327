import { expect, test } from "bun:test";
import { slugOf } from "./slug-of.ts";

test.each([
  ["Tide tables", "tide-tables"],
  ["  Häfen & Fähren! ", "hafen-fahren"],
  ["A name that is much longer than a short name may be", "a-name-that-is-much-longer-than"],
  ["潮汐", ""],
])("%p becomes %p", (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});
