/** What goes out arrives, and what comes back keeps to the policy: over real sockets. */
import { afterAll, expect, test } from "bun:test";
import { lines, open, outcomeOf, policy } from "./egress.fixture.ts";
import { openStrangers } from "./strangers.fixture.ts";

const strangers = await openStrangers();
const { plain, heard, last, at, rudely } = strangers;
afterAll(() => strangers.stop());

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

test("headers that somebody set up cannot make two requests of one, nor speak of another host", async () => {
  const headers = {
    "content-length": "3",
    "transfer-encoding": "chunked",
    connection: "upgrade",
    host: "evil.example",
    "x-a": "b",
  };
  const before = heard.length;
  const smuggled = "abc\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: a\r\n\r\n";
  await open().fetch(at("/whole"), { method: "POST", headers, body: smuggled }, policy);
  expect(heard).toHaveLength(before + 1);
  expect(last()).toMatchObject({ url: at("/whole"), body: smuggled });
  expect(last().headers.get("x-a")).toBe("b");
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
