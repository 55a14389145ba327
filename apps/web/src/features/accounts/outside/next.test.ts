import { expect, test } from "bun:test";
import { addressWithin } from "./next.ts";

const origin = "https://althing.example";

test("signing in leads back to where one was", () => {
  expect(addressWithin("/w/harbour/r/1?panel=pins#top", origin)).toBe("/w/harbour/r/1?panel=pins#top");
  expect(addressWithin(undefined, origin)).toBe("/");
});

test("no link makes signing in lead to another site", () => {
  for (const next of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
  ])
    expect(addressWithin(next, origin)).toBe("/");
});
