import { expect, test } from "bun:test";
import { findAddresses } from "./find-addresses.ts";

test("addresses are found however they are parted", () => {
  expect(findAddresses("ana@example.org, ben@example.org;cem@mail.example.org\neve@example.org")).toEqual([
    "ana@example.org",
    "ben@example.org",
    "cem@mail.example.org",
    "eve@example.org",
  ]);
});

test("an address is found within its person's name, and once", () => {
  expect(findAddresses("Ana Ek <Ana@example.org>, ana@example.org.")).toEqual(["ana@example.org"]);
  expect(findAddresses("nobody at all")).toEqual([]);
});
