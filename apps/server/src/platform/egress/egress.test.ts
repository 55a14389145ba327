/** What goes out arrives, and what comes back keeps to the policy: over real sockets, with real certificates. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { authority, hosts } from "./certificates.fixture.ts";
import { lines, open, outcomeOf, policy } from "./egress.fixture.ts";

type Heard = { method: string; url: string; headers: Headers; body: string };
const heard: Heard[] = [];
let plain: Bun.Server<undefined>;
let other: Bun.Server<undefined>;
let secure: Bun.Server<undefined>;
let rude: Server;

const hear = async (request: Request): Promise<Response> => {
  const { pathname, searchParams } = new URL(request.url);
  heard.push({ method: request.method, url: request.url, headers: request.headers, body: await request.text() });
  if (pathname === "/redirect") {
    const location = searchParams.get("to") ?? "";
    return new Response(null, { status: Number(searchParams.get("status") ?? 302), headers: { location } });
  }
  if (pathname === "/loop") return new Response(null, { status: 302, headers: { location: "/loop" } });
  if (pathname === "/bytes") return new Response("x".repeat(Number(searchParams.get("count"))));
  if (pathname === "/type") return new Response("ok", { headers: { "content-type": searchParams.get("of") ?? "" } });
  if (pathname === "/gzip") return new Response(Bun.gzipSync("ok"), { headers: { "content-encoding": "gzip" } });
  if (pathname === "/nothing") return new Response(null, { status: 204 });
  return new Response(`heard at ${request.headers.get("host")}`, { status: pathname === "/404" ? 404 : 200 });
};

/** Sockets that do as no server should, by the path they are asked for. */
const manners: Record<string, string> = {
  "/cut": "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhello",
  "/hangup": "",
  "/endless-head": `HTTP/1.1 200 OK\r\n${`X-A: ${"a".repeat(60_000)}\r\n`.repeat(60)}`,
};

beforeAll(async () => {
  const here = { port: 0, hostname: "127.0.0.1", fetch: hear };
  plain = Bun.serve(here);
  other = Bun.serve(here);
  secure = Bun.serve({ ...here, tls: [...hosts] });
  rude = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", (head) => {
      const path = String(head).split(" ")[1] ?? "";
      if (path === "/stall") return;
      if (path === "/drip") return void socket.write("HTTP/1.1 200 OK\r\n\r\ndrip");
      socket.end(manners[path] ?? "");
    });
  }).listen(0, "127.0.0.1");
  await once(rude, "listening");
});
afterAll(async () => {
  await Promise.all([plain, other, secure].map((server) => server.stop(true)));
  rude.close();
});

const at = (path: string, server = plain) => `http://127.0.0.1:${server.port}${path}`;
const rudely = (path: string) => `http://127.0.0.1:${(rude.address() as AddressInfo).port}${path}`;
const last = () => heard.at(-1) as Heard;

test("a request arrives as it was meant, and its answer comes back", async () => {
  const init = {
    method: "POST",
    headers: { authorization: "Bearer t", "content-type": "application/json" },
    body: '{"a":1}',
  };
  const response = await open().fetch(at("/hook?x=1"), init, policy);
  expect([response.status, response.url, await response.text()]).toEqual([
    200,
    at("/hook?x=1"),
    `heard at 127.0.0.1:${plain.port}`,
  ]);
  expect(last()).toMatchObject({ method: "POST", body: '{"a":1}' });
  expect(last().headers.get("authorization")).toBe("Bearer t");
});

test("libraries get a fetch of their own, and may speak to it as they are used to", async () => {
  const fetcher = open().fetcher(policy);
  await fetcher(new Request(at("/request"), { method: "PUT", body: "text", headers: { "x-a": "b" } }));
  expect(last()).toMatchObject({ method: "PUT", body: "text" });
  expect(last().headers.get("x-a")).toBe("b");
  await fetcher(new URL(at("/form")), { method: "POST", body: new URLSearchParams({ grant_type: "code" }) });
  expect(last().body).toBe("grant_type=code");
  expect(last().headers.get("content-type")).toStartWith("application/x-www-form-urlencoded");
  const bytes = new TextEncoder().encode("in two parts");
  const stream = new ReadableStream({
    start(controller) {
      controller.enqueue(bytes.subarray(0, 6));
      controller.enqueue(bytes.subarray(6));
      controller.close();
    },
  });
  await fetcher(at("/stream"), { method: "POST", body: stream, duplex: "half" } as RequestInit);
  expect(last().body).toBe("in two parts");
  expect((await fetcher(at("/redirect?to=/a"), { redirect: "manual" })).status).toBe(302);
  expect(await outcomeOf(fetcher(at("/redirect?to=/a"), { redirect: "error" }))).toBe("EgressRefused: redirect");
  expect((await fetcher(at("/404"))).status).toBe(404);
  expect((await fetcher(at("/nothing"))).body).toBeNull();
});

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

test("redirects are followed, three at most", async () => {
  const hops = (count: number): string =>
    count === 0 ? "/end" : `/redirect?to=${encodeURIComponent(hops(count - 1))}`;
  const response = await open().fetch(at(hops(3)), {}, policy);
  expect([response.url, await response.text()]).toEqual([at("/end"), `heard at 127.0.0.1:${plain.port}`]);
  expect(await outcomeOf(open().fetch(at(hops(4)), {}, policy))).toBe("EgressRefused: too_many_redirects");
  expect(await outcomeOf(open().fetch(at("/loop"), {}, policy))).toBe("EgressRefused: too_many_redirects");
  expect(await outcomeOf(open().fetch(at(hops(1)), {}, { ...policy, maxRedirects: 0 }))).toBe(
    "EgressRefused: too_many_redirects",
  );
});

test.each([
  ["http://10.0.0.1/", "not_public"],
  ["http://[::ffff:127.0.0.1]/", "not_public"],
  ["http://169.254.169.254/latest/meta-data/", "not_public"],
  ["//localhost/", "not_public"],
  ["file:///etc/passwd", "scheme"],
  ["http://ana:hunter2@127.0.0.1/", "credentials"],
  ["http://[", "address"],
])("a redirect to %s is refused", async (to, kind) => {
  const egress = open({ allowedHosts: () => [`127.0.0.1:${plain.port}`] });
  const asked = egress.fetch(at(`/redirect?to=${encodeURIComponent(to)}`), {}, policy);
  expect(await outcomeOf(asked)).toBe(`EgressRefused: ${kind}`);
});

const secrets = {
  authorization: "Bearer t",
  cookie: "a=b",
  "x-api-key": "k",
  "x-goog-api-key": "k",
  accept: "text/html",
};

test("another origin hears no secret, the same one does", async () => {
  const to = (target: string) => at(`/redirect?to=${encodeURIComponent(target)}`);
  await open().fetch(to(at("/there", other)), { headers: secrets }, policy);
  expect(last().url).toContain("/there");
  expect(["authorization", "cookie", "x-api-key", "x-goog-api-key"].map((name) => last().headers.get(name))).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(last().headers.get("accept")).toBe("text/html");
  await open().fetch(to("/here"), { headers: secrets }, policy);
  expect(last().headers.get("authorization")).toBe("Bearer t");
});

test("what was posted is posted again to the same origin only", async () => {
  const post = (status: number, target: string) => {
    const headers = { "content-type": "text/plain", ...secrets };
    return outcomeOf(
      open().fetch(
        at(`/redirect?status=${status}&to=${encodeURIComponent(target)}`),
        { method: "POST", body: "words", headers },
        policy,
      ),
    );
  };
  await post(307, "/again");
  expect(last()).toMatchObject({ method: "POST", body: "words" });
  await post(302, "/look");
  expect(last()).toMatchObject({ method: "GET", body: "" });
  expect(last().headers.get("content-type")).toBeNull();
  expect(await post(308, at("/elsewhere", other))).toBe("EgressRefused: redirect");
  await post(303, at("/elsewhere", other));
  expect(last()).toMatchObject({ method: "GET", body: "" });
});

test("an answer is as large as was agreed, whether it says so or not", async () => {
  const ask = (address: string, maxBytes: number) => outcomeOf(open().fetch(address, {}, { ...policy, maxBytes }));
  expect(await ask(at("/bytes?count=1000"), 1_000)).toHaveLength(1_000);
  expect(await ask(at("/bytes?count=1001"), 1_000)).toBe("EgressFailed: too_large");
  expect(await ask(rudely("/drip"), 3)).toBe("EgressFailed: too_large");
  expect(await ask(rudely("/endless-head"), 1_000)).toBe("EgressFailed: too_large");
});

test("an answer is of the kind that was asked for", async () => {
  const ask = (of: string, mediaTypes: string[]) =>
    outcomeOf(open().fetch(at(`/type?of=${encodeURIComponent(of)}`), {}, { ...policy, mediaTypes }));
  expect(await ask("text/html; charset=utf-8", ["text/html"])).toBe("ok");
  expect(await ask("image/png", ["text/html", "image/*"])).toBe("ok");
  expect(await ask("application/octet-stream", ["text/html", "image/*"])).toBe("EgressRefused: media_type");
  expect(await outcomeOf(open().fetch(at("/gzip"), {}, policy))).toBe("EgressRefused: encoding");
  expect(last().headers.get("accept-encoding")).toBe("identity");
});

test("nothing is waited for beyond its time, not even the end of an answer", async () => {
  const ask = (path: string) => outcomeOf(open().fetch(rudely(path), {}, { ...policy, timeoutMs: 80 }));
  expect(await ask("/stall")).toBe("EgressFailed: timeout");
  expect(await ask("/drip")).toBe("EgressFailed: timeout");
  const slow = open({ resolve: () => new Promise(() => undefined) });
  expect(await outcomeOf(slow.fetch("http://slow.test/", {}, { ...policy, timeoutMs: 80 }))).toBe(
    "EgressFailed: timeout",
  );
});

test("who asked can stop it, before and while it is read", async () => {
  const egress = open();
  expect(await outcomeOf(egress.fetch(at("/"), { signal: AbortSignal.abort() }, policy))).toBe("EgressFailed: stopped");
  const stop = new AbortController();
  const response = await egress.fetch(rudely("/drip"), {}, { ...policy, signal: stop.signal });
  const reading = outcomeOf(Promise.resolve(response));
  stop.abort();
  expect(await reading).toBe("EgressFailed: stopped");
});

test("what breaks off, hangs up, is not there or has no address is told apart", async () => {
  expect(await outcomeOf(open().fetch(rudely("/cut"), {}, policy))).toBe("EgressFailed: cut");
  expect(await outcomeOf(open().fetch(rudely("/hangup"), {}, policy))).toBe("EgressFailed: unreachable");
  const gone = Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: () => new Response() });
  const address = at("/", gone);
  await gone.stop(true);
  expect(await outcomeOf(open().fetch(address, {}, policy))).toBe("EgressFailed: unreachable");
  const nameless = open({ resolve: () => Promise.reject(new Error("ENOTFOUND")) });
  expect(await outcomeOf(nameless.fetch("http://nowhere.test/", {}, policy))).toBe("EgressFailed: unknown_name");
  expect(lines.join("\n")).not.toContain("Bearer");
});

test("what an operator allows counts from the next request on", async () => {
  let allowed: string[] = [];
  const egress = open({ allowedHosts: () => allowed });
  expect(await outcomeOf(egress.fetch(at("/"), {}, policy))).toBe("EgressRefused: not_public");
  allowed = [`localhost:${plain.port}`];
  expect(await outcomeOf(egress.fetch(`http://localhost:${plain.port}/`, {}, policy))).toContain("heard at localhost");
  expect(await outcomeOf(egress.fetch(at("/"), {}, policy))).toBe("EgressRefused: not_public");
});
