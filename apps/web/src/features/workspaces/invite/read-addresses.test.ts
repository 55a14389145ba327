import { expect, test } from "bun:test";
import { readAddresses } from "./read-addresses.ts";

test("addresses come out of what a mail program copies", () => {
  const { addresses, wrong } = readAddresses("Ben Baker <Ben@example.org>; cem@example.org,\nben@example.org");
  expect(addresses).toEqual(["ben@example.org", "cem@example.org"]);
  expect(wrong).toEqual([]);
});

test("what is no address is named", () => {
  expect(readAddresses("ben@ cem@example.org").wrong).toEqual(["ben@"]);
  expect(readAddresses("ben").wrong).toEqual(["ben"]);
});
