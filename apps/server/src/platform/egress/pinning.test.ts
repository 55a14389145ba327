/** What was judged is what is connected to, and its certificate is for the name. */
import { afterAll, expect, test } from "bun:test";
import { networkInterfaces } from "node:os";
import { authority } from "./certificates.fixture.ts";
import { open, outcomeOf, policy } from "./egress.fixture.ts";
import { hear, openStrangers } from "./strangers.fixture.ts";

const strangers = await openStrangers();
const { plain, secure, last, at } = strangers;
afterAll(() => strangers.stop());

test("a name is resolved once: what it says later changes nothing", async () => {
  const answers = [["127.0.0.1"], ["10.0.0.1"]];
  let asked = 0;
  const resolve = async () => answers[asked++] ?? ["10.0.0.1"];
  const egress = open({ resolve, allowedHosts: () => ["127.0.0.1"] });
  const text = await outcomeOf(egress.fetch(`http://rebinding.test:${plain.port}/`, {}, policy));
  expect([text, asked]).toEqual([`heard at rebinding.test:${plain.port}`, 1]);
  expect(await outcomeOf(egress.fetch(`http://rebinding.test:${plain.port}/`, {}, policy))).toBe(
    "EgressRefused: not_public",
  );
});

test("where one address of a name does not answer, the next one is tried", async () => {
  const egress = open({ resolve: async () => ["127.0.0.2", "127.0.0.1"], allowedHosts: () => ["127.0.0.0/8"] });
  const body = JSON.stringify({ a: 1 });
  expect(await outcomeOf(egress.fetch(`http://two.test:${plain.port}/`, { method: "POST", body }, policy))).toContain(
    "heard at",
  );
  expect(last().body).toBe(body);
});

const toTls = (host: string, ca: string | undefined = authority) =>
  outcomeOf(open({ ca, resolve: async () => ["127.0.0.1"] }).fetch(`https://${host}:${secure.port}/`, {}, policy));

test("the certificate must be for the name, though the address is what is connected to", async () => {
  expect(await toTls("harbour.test")).toBe(`heard at harbour.test:${secure.port}`);
  expect(await toTls("harbour.test.")).toBe(`heard at harbour.test.:${secure.port}`);
  expect(await toTls("pier.test")).toBe(`heard at pier.test:${secure.port}`);
  // The same address and port, where sockets for the others are still open.
  expect(await toTls("lagoon.test")).toBe("EgressFailed: certificate");
});

test("a certificate that has ended, or that nobody vouches for, is none", async () => {
  expect(await toTls("old.test")).toBe("EgressFailed: certificate");
  expect(
    await outcomeOf(
      open({ resolve: async () => ["127.0.0.1"] }).fetch(`https://harbour.test:${secure.port}/`, {}, policy),
    ),
  ).toBe("EgressFailed: certificate");
});

test("a proxy of the environment is not asked: it would resolve the name itself", async () => {
  const script = `
    process.env.HTTP_PROXY = process.env.http_proxy = "http://127.0.0.1:1";
    const { createEgress } = await import(${JSON.stringify(`${import.meta.dirname}/index.ts`)});
    const log = { info() {} };
    const egress = createEgress({ allowedHosts: () => ["127.0.0.1"], log });
    const response = await egress.fetch(${JSON.stringify(at("/"))}, {}, { maxBytes: 1000, timeoutMs: 5000 });
    process.stdout.write(await response.text());
  `;
  const env = { ...process.env, HTTP_PROXY: "http://127.0.0.1:1", http_proxy: "http://127.0.0.1:1" };
  const bun = Bun.spawn([process.execPath, "-e", script], { env, stdout: "pipe", stderr: "inherit" });
  expect(await new Response(bun.stdout).text()).toContain("heard at");
});

const hasIPv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === "::1"));

test.skipIf(!hasIPv6)("an IPv6 address is connected to as any other", async () => {
  const six = Bun.serve({ port: 0, hostname: "::1", fetch: hear });
  const resolve = async () => ["::1"];
  expect(await outcomeOf(open({ resolve }).fetch(`http://six.test:${six.port}/`, {}, policy))).toBe(
    `heard at six.test:${six.port}`,
  );
  expect(await outcomeOf(open().fetch(`http://[::1]:${six.port}/`, {}, policy))).toBe(`heard at [::1]:${six.port}`);
  await six.stop(true);
});
