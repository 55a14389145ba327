import { expect, test } from "bun:test";
import { findAddresses } from "./find-addresses.ts";

test("addresses are found however they are parted", () => {
  expect(findAddresses("ana@example.org, ben@example.org;cem@mail.example.org\neve@example.org")).toEqual({
    addresses: ["ana@example.org", "ben@example.org", "cem@mail.example.org", "eve@example.org"],
    wrong: [],
  });
});

test("an address is found within its person's name, and once", () => {
  for (const text of ["Ana Ek <Ana@example.org>, ana@example.org.", '"Ek, Dr. Ana" <ana@example.org>'])
    expect(findAddresses(text)).toEqual({ addresses: ["ana@example.org"], wrong: [] });
  expect(findAddresses("nobody at all")).toEqual({ addresses: [], wrong: [] });
});

test("what was meant for an address and is none is named", () => {
  expect(findAddresses("ana@example.org, ben@, cem.example.org, eve@example dea@example.org")).toEqual({
    addresses: ["ana@example.org", "dea@example.org"],
    wrong: ["ben@", "cem.example.org", "eve@example"],
  });
});
