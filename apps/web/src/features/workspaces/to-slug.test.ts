import { expect, test } from "bun:test";
import { toSlug } from "./to-slug.ts";

test("what one types becomes a short name", () => {
  expect(toSlug("Söhne & Co 2!")).toBe("sohne-co-2-");
  expect(toSlug("north-harbour")).toBe("north-harbour");
});
