/** What people or strangers may put into an address field, and where it must not lead. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { lines, open, outcomeOf, policy } from "./egress.fixture.ts";
import { isPublicAddress } from "./public-address.ts";

/** What nobody may reach: it answers whoever comes, and counts. */
let trap: Bun.Server<undefined>;
let caught = 0;
beforeAll(() => {
  trap = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    fetch() {
      caught += 1;
      return new Response("the secret");
    },
  });
});
afterAll(async () => {
  expect(caught).toBe(0);
  await trap.stop(true);
});

/** Addresses of this machine, the network around it, and what no machine on the internet has. */
const privateAddresses = [
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "10.255.255.255",
  "100.64.0.1",
  "100.127.255.254",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.0.1",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.254",
  "192.0.0.1",
  "192.0.0.170",
  "192.0.2.1",
  "192.88.99.1",
  "192.168.0.1",
  "198.18.0.1",
  "198.19.255.254",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "239.255.255.250",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::127.0.0.1",
  "::ffff:127.0.0.1",
  "::ffff:a9fe:a9fe",
  "::ffff:8.8.8.8",
  "::ffff:0:127.0.0.1",
  "64:ff9b::7f00:1",
  "64:ff9b::a9fe:a9fe",
  "64:ff9b:1::7f00:1",
  "100::1",
  "2001::1",
  "2001:0:53aa:64c::7f00:1",
  "2001:2::1",
  "2001:10::1",
  "2001:20::1",
  "2001:db8::1",
  "2002:7f00:1::",
  "2002:a9fe:a9fe::1",
  "3fff::1",
  "5f00::1",
  "fc00::1",
  "fd00:ec2::254",
  "fe80::1",
  "fec0::1",
  "ff02::1",
  "fe80::1%eth0",
];

test.each(privateAddresses)("%s is not on the public internet", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2606:4700:4700::1111", "2a00:1450::1"])(
  "%s is",
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each(privateAddresses)("a name that leads to %s leads nowhere", async (address) => {
  const egress = open({ allowedHosts: () => [], resolve: async () => [address] });
  expect(await outcomeOf(egress.fetch("http://innocent.example/", {}, policy))).toBe("EgressRefused: not_public");
});

const port = () => trap.port;

test.each([
  () => `http://127.0.0.1:${port()}/`,
  () => `http://127.1:${port()}/`,
  () => `http://127.0.1:${port()}/`,
  () => `http://0177.0.0.1:${port()}/`,
  () => `http://0x7f.0.0.1:${port()}/`,
  () => `http://0x7f000001:${port()}/`,
  () => `http://017700000001:${port()}/`,
  () => `http://2130706433:${port()}/`,
  () => `http://0:${port()}/`,
  () => `http://0.0.0.0:${port()}/`,
  () => `http://[::]:${port()}/`,
  () => `http://[::1]:${port()}/`,
  () => `http://[0:0:0:0:0:0:0:1]:${port()}/`,
  () => `http://[::ffff:127.0.0.1]:${port()}/`,
  () => `http://[::ffff:7f00:1]:${port()}/`,
  () => `http://[0000:0000:0000:0000:0000:ffff:7f00:0001]:${port()}/`,
  () => `http://[::127.0.0.1]:${port()}/`,
  () => `http://[64:ff9b::127.0.0.1]:${port()}/`,
  () => `http://[2002:7f00:1::]:${port()}/`,
  () => `http://localhost:${port()}/`,
  () => `http://localhost.:${port()}/`,
  () => `http://LOCALHOST:${port()}/`,
  () => `http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ:${port()}/`,
  () => `http://127。0。0。1:${port()}/`,
  () => `http://１２７.０.０.１:${port()}/`,
  () => `http://①②⑦.⓪.⓪.①:${port()}/`,
  () => `http://127.0.0.1.:${port()}/`,
  () => `http://127%2E0%2E0%2E1:${port()}/`,
  () => `http://%31%32%37.0.0.1:${port()}/`,
  () => `http:127.0.0.1:${port()}/`,
  () => `http:/127.0.0.1:${port()}/`,
  () => `http:\\\\127.0.0.1:${port()}\\`,
  () => `http://127.0.0.1:${port()}#@example.com/`,
  () => `http://127.0.0.1:${port()}?@example.com/`,
  () => `http://127.0.0.1:${port()}\\@example.com/`,
  () => ` \t\nhttp://127.0.0.1:${port()}/`,
  () => `ht\ntp://127.0.\n0.1:${port()}/`,
  () => "http://169.254.169.254/latest/meta-data/",
  () => "http://[fd00:ec2::254]/latest/meta-data/",
  () => "http://0xa9fea9fe/",
  () => "http://2852039166/",
  () => "http://[::ffff:a9fe:a9fe]/",
])("however this machine is spelt, it is not reached (%#)", async (address) => {
  expect(await outcomeOf(open({ allowedHosts: () => [] }).fetch(address(), {}, policy))).toBe(
    "EgressRefused: not_public",
  );
});

test.each([
  ["http://example.com@127.0.0.1/", "credentials"],
  ["http://ana:hunter2@example.com/", "credentials"],
  ["http://127.0.0.1%00.example.com/", "address"],
  ["http://exa mple.com/", "address"],
  ["http://[::1/", "address"],
  ["http://[fe80::1%25eth0]/", "address"],
  ["http://256.256.256.256/", "address"],
  ["http://127.0.0.1:99999/", "address"],
  ["http:///", "address"],
  ["//example.com/", "address"],
  ["", "address"],
  ["file:///etc/passwd", "scheme"],
  ["ftp://example.com/", "scheme"],
  ["gopher://127.0.0.1:6379/_FLUSHALL", "scheme"],
  ["data:text/html,hello", "scheme"],
  ["javascript:alert(1)", "scheme"],
  ["ws://example.com/", "scheme"],
  ["blob:http://example.com/1", "scheme"],
  ["unix:///var/run/docker.sock", "scheme"],
  ["http+unix://%2Fvar%2Frun%2Fdocker.sock/", "scheme"],
])("%s is refused: %s", async (address, kind) => {
  expect(await outcomeOf(open().fetch(address, {}, policy))).toBe(`EgressRefused: ${kind}`);
});

test("of several addresses only the public ones are tried, and none that is not", async () => {
  const egress = open({ allowedHosts: () => [], resolve: async () => ["10.0.0.1", "127.0.0.1", "fd00::1"] });
  expect(await outcomeOf(egress.fetch(`http://mixed.example:${port()}/`, {}, policy))).toBe(
    "EgressRefused: not_public",
  );
});

test("what is said of a refusal names the host and no secret, in the fault and in the log", async () => {
  const egress = open({ allowedHosts: () => [] });
  const asked = egress.fetch(
    `http://localhost:${port()}/hook?token=hunter2`,
    { headers: { authorization: "Bearer hunter2" } },
    policy,
  );
  const fault = await asked.catch((error: Error) => error);
  expect(String(fault)).toContain("localhost");
  expect(String(fault)).toContain("not on the public internet");
  expect(String(fault) + lines.join("\n")).not.toContain("hunter2");
  expect(lines.at(-1)).toContain('"kind":"not_public"');
});
