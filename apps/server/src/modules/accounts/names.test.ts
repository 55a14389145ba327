import { expect, test } from "bun:test";
import { accounts } from "@althing/contract";
import { nearestHandles, nearestNames } from "./names.ts";

test("a name becomes the nearest short name", () => {
  const first = (name: string) => nearestNames(name, { fallback: "workspace", maxLength: 40 })[0];
  expect(first("  Café Zürich & Söhne ")).toBe("cafe-zurich-sohne");
  expect(first("渋谷")).toBe("workspace");
  expect(first("x".repeat(100))).toBe("x".repeat(34));
});

test("every handle made is one that the contract takes, and none calls a whole room", () => {
  for (const name of ["Ana", "Here", "渋谷", "a".repeat(80), "--", "O'Neil (he)"]) {
    for (const handle of nearestHandles(name, "some.one+tag@example.org")) {
      expect(accounts.Handle.parse(handle)).toBe(handle);
      expect(["here", "room"]).not.toContain(handle);
    }
  }
  expect(nearestHandles("渋谷", "some.one@example.org")[0]).toBe("some-one");
});
