import { expect, test } from "bun:test";
import { clientAddress, createNetworks, networkKey, normalizeAddress } from "./index.ts";

const proxies = createNetworks(["10.0.0.0/8", "192.0.2.7", "fd00::/8", "::1"]);

test.each<[string, string, string | undefined, string]>([
  ["no proxy", "203.0.113.9", undefined, "203.0.113.9"],
  ["a caller who is no proxy claims another address", "203.0.113.9", "198.51.100.1", "203.0.113.9"],
  ["one proxy", "10.0.0.1", "203.0.113.9", "203.0.113.9"],
  ["two proxies", "10.0.0.1", "203.0.113.9, 192.0.2.7", "203.0.113.9"],
  ["a forged hop on the left", "10.0.0.1", "198.51.100.1, 203.0.113.9, 10.2.3.4", "203.0.113.9"],
  ["a forged trusted hop on the left", "10.0.0.1", "10.9.9.9, 203.0.113.9", "203.0.113.9"],
  ["all are trusted", "10.0.0.1", "10.0.0.3,10.0.0.2", "10.0.0.3"],
  ["nonsense ends the chain", "10.0.0.1", "203.0.113.9, unknown, 10.0.0.2", "10.0.0.2"],
  ["an empty header", "10.0.0.1", "", "10.0.0.1"],
  ["a v4-mapped proxy and client", "::ffff:10.0.0.1", "::ffff:cb00:7109", "203.0.113.9"],
  ["IPv6", "fd12::1", "2001:DB8:0:0::1", "2001:db8::1"],
  ["ports", "::1", "203.0.113.9:1234, [fd00::2]:80", "203.0.113.9"],
])("%s", (_, socketAddress, forwarded, expected) => {
  expect(clientAddress(socketAddress, forwarded, proxies)).toBe(expected);
});

test("without trusted proxies the header counts for nothing", () => {
  expect(clientAddress("10.0.0.1", "203.0.113.9", createNetworks([]))).toBe("10.0.0.1");
});

test.each([
  ["1.2.3.4", "1.2.3.4"],
  ["::FFFF:1.2.3.4", "1.2.3.4"],
  ["0:0:0:0:0:ffff:0102:0304", "1.2.3.4"],
  ["FE80:0:0::1%eth0", "fe80::1"],
  ["1.2.3", undefined],
  ["localhost", undefined],
])("%s is written %p", (text, expected) => {
  expect(normalizeAddress(text)).toBe(expected as string);
});

test.each([
  ["203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["2001:db8:1:2::", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
])("%s is limited as %s", (address, expected) => {
  expect(networkKey(address)).toBe(expected);
});
