import { expect, test } from "bun:test";
import { findTrigger } from "./trigger.ts";

const at = (text: string) => {
  const trigger = findTrigger(text, text.length);
  return trigger && `${trigger.sign}${trigger.query}`;
};

test("a sign at the beginning of a word asks for completion", () => {
  expect(at("Hello @be")).toBe("@be");
  expect(at("(@Zoë")).toBe("@Zoë");
  expect(at("@")).toBe("@");
  expect(at("see #har")).toBe("#har");
  expect(at("so :tad")).toBe(":tad");
  expect(at("🎉:tad")).toBe(":tad");
  expect(at("/sh")).toBe("/sh");
  expect(at("/")).toBe("/");
});

test("a sign within something else does not", () => {
  for (const text of ["ana@be", "10:30", "a: b", "https://x", ":t", "::tad", "so /sh", "/shrug now", "//x", "a#b"])
    expect(at(text)).toBeUndefined();
});

test("code is left as it is written", () => {
  for (const text of ["`@be", "```\n@be", "```js\n:tad"]) expect(at(text)).toBeUndefined();
  expect(at("`a` @be")).toBe("@be");
});
