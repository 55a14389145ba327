/** What holds for every operation over HTTP, seen with the eyes of a program that knows only the documents. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { feedOf, type rooms } from "@althing/contract";
import { type Harbour, openHarbour, startServer, type TestServer } from "@althing/testkit";
import { type Caller, callerOf } from "./caller.ts";

let server: TestServer;
let harbour: Harbour;
let ana: Caller;
let nobody: Caller;
let room: rooms.Room;
beforeAll(async () => {
  server = await startServer({ settings: { ALTHING_CORS_ORIGINS: "https://friend.example" } });
  harbour = await openHarbour(server.url);
  ana = callerOf(server.url, harbour.ana);
  nobody = callerOf(server.url);
  room = await harbour.channel("conventions", [harbour.ben, harbour.cem]);
});
afterAll(() => server.dispose());

const api = (path: string) => `/api/v1${path}`;
const roomPath = (rest = "") => api(`/rooms/${room.id}${rest}`);
const post = (body: unknown, headers: Record<string, string> = {}) => ({ method: "POST", body, headers });

test("a success tells its status twice, and a list says where it goes on", async () => {
  const one = await ana(api("/users/me"));
  expect(one.json).toMatchObject({ status: 200, message: "OK", data: { name: "Ana" } });
  const created = await ana(roomPath("/messages"), post({ body: "Hello" }));
  expect([created.status, created.json.status]).toEqual([201, 201]);
  await ana(roomPath("/messages"), post({ body: "Hello again" }));
  const list = await ana(roomPath("/messages?limit=1"));
  expect(list.json.data).toBeArrayOfSize(1);
  const before = await ana(roomPath(`/messages?limit=1&cursor=${list.json.page?.previous}`));
  expect(before.json.data).toMatchObject([{ body: "Hello" }]);
});

test("a failure is a problem: what it is, what to do, and the request's own id", async () => {
  const answer = await ana(api("/rooms/0190f5fe-7c00-7a00-8000-000000000000"), {
    headers: { "x-request-id": "my-request.1" },
  });
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(answer.headers.get("x-request-id")).toBe("my-request.1");
  expect(answer.json).toMatchObject({
    type: `${server.url}/docs/errors/room-not-found`,
    status: 404,
    code: "room_not_found",
    requestId: "my-request.1",
    data: null,
  });
  expect((await nobody(new URL(answer.json.type ?? "").pathname)).status).toBe(200);
  const made = await ana(api("/users/me"), { headers: { "x-request-id": "<script>" } });
  expect(made.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test("events tell of the trace that the request was part of, where it told one", async () => {
  const traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
  const traced = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` };
  const { head } = (await ana(roomPath())).json.data as { head: number };
  await ana(roomPath("/messages"), post({ body: "Traced" }, traced));
  await ana(roomPath(), { method: "PATCH", body: { topic: "Traced" }, headers: traced });
  await ana(roomPath("/messages"), post({ body: "Not traced" }, { traceparent: "00-0-0-0" }));
  const events = await server.eventsOf(feedOf.room(room.id), head);
  expect(events.map(({ trace }) => trace)).toEqual([traceId, traceId, undefined]);
});

test("what nobody asked for is refused, not dropped", async () => {
  const fields = await ana(roomPath("/messages"), post({ body: "Hello", colour: "red" }));
  expect(fields.json).toMatchObject({ status: 400, code: "validation_failed", errors: [{ pointer: "/colour" }] });
  expect((await ana(roomPath("?colour=red"))).json.code).toBe("validation_failed");
  expect((await ana(roomPath("/messages?limit=101"))).json.errors?.[0]?.pointer).toBe("/limit");
  expect((await ana(roomPath("/messages?limit=0"))).status).toBe(400);
  expect((await ana(roomPath("/messages?cursor=made-up"))).json.code).toBe("invalid_cursor");
});

test("bodies that are too large, no JSON, or of another kind are told apart", async () => {
  const large = post({ body: "x".repeat(2 * 1024 ** 2) });
  expect((await ana(roomPath("/messages"), large)).json.code).toBe("payload_too_large");
  expect((await ana(roomPath("/messages"), post("{"))).json.code).toBe("malformed_json");
  expect((await ana(roomPath("/messages"), post("[]"))).json.code).toBe("validation_failed");
  const form = post("body=Hello", { "content-type": "application/x-www-form-urlencoded" });
  expect((await ana(roomPath("/messages"), form)).status).toBe(415);
  const put = await ana(roomPath(), { method: "PUT", body: {} });
  expect([put.status, put.headers.get("allow")]).toEqual([405, "GET, PATCH, DELETE"]);
  expect((await nobody(api("/users/me"))).headers.get("www-authenticate")).toBe("Bearer");
});

test("a body that grows beyond the limit without saying its length is refused too", async () => {
  const chunk = new TextEncoder().encode("x".repeat(64 * 1024));
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (stream) => (sent++ < 40 ? stream.enqueue(chunk) : stream.close()),
  });
  const token = await harbour.ana.session.token();
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const response = await fetch(server.url + roomPath("/messages"), { method: "POST", headers, body });
  expect(response.status).toBe(413);
});

test("who has the newest is told so, and who changes an old one is stopped", async () => {
  const first = await ana(roomPath());
  const etag = first.headers.get("etag") ?? "";
  const again = await ana(roomPath(), { headers: { "if-none-match": `"other", W/${etag}` } });
  expect([again.status, again.bytes.length, again.headers.get("etag")]).toEqual([304, 0, etag]);
  const change = (topic: string) => ({ method: "PATCH", body: { topic }, headers: { "if-match": etag } });
  expect((await ana(roomPath(), change("First"))).status).toBe(200);
  const stale = await ana(roomPath(), change("Second"));
  expect([stale.status, stale.json.code]).toEqual([412, "stale"]);
  const anew = await ana(roomPath(), { headers: { "if-none-match": etag } });
  expect(anew.json.data).toMatchObject({ topic: "First" });
  const any = await ana(roomPath(), { method: "PATCH", body: { topic: "Third" }, headers: { "if-match": "*" } });
  expect(any.status).toBe(200);
});

test("one key makes one message, however often and however quickly it is sent", async () => {
  const send = (body: string) => ana(roomPath("/messages"), post({ body }, { "idempotency-key": "once" }));
  const answers = await Promise.all(Array.from({ length: 10 }, () => send("Once")));
  const fresh = answers.filter(({ status, headers }) => status === 201 && !headers.has("idempotency-replayed"));
  expect(fresh).toHaveLength(1);
  const others = answers.filter((answer) => answer !== fresh[0]);
  expect(others.every(({ status, headers }) => status === 409 || headers.has("idempotency-replayed"))).toBe(true);
  const replayed = await send("Once");
  expect([replayed.status, replayed.headers.get("idempotency-replayed")]).toEqual([201, "true"]);
  expect(replayed.json.data).toEqual(fresh[0]?.json.data);
  expect((await send("Twice")).json.code).toBe("idempotency_key_reused");
  const bens = await callerOf(server.url, harbour.ben)(
    roomPath("/messages"),
    post({ body: "Ben's" }, { "idempotency-key": "once" }),
  );
  expect([bens.status, bens.headers.has("idempotency-replayed")]).toEqual([201, false]);
});

test("one key makes one room, too", async () => {
  const body = { workspaceId: harbour.workspaceId, kind: "channel", name: "only-once" };
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => ana(api("/rooms"), post(body, { "idempotency-key": "room" }))),
  );
  const fresh = answers.filter(({ status, headers }) => status === 201 && !headers.has("idempotency-replayed"));
  expect(fresh).toHaveLength(1);
  expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
});

test("an answer is as narrow or as wide as asked for", async () => {
  expect((await ana(roomPath("?fields=id,name"))).json.data).toEqual({ id: room.id, name: "conventions" });
  const list = await ana(api(`/rooms?workspaceId=${harbour.workspaceId}&fields=name`));
  expect(list.json.data).toContainEqual({ name: "conventions" });
  expect((await ana(roomPath("?fields=secret"))).json.errors?.[0]?.pointer).toBe("/fields");
  const plain = (await ana(roomPath())).json.data as { members?: unknown };
  const wide = (await ana(roomPath("?include=members"))).json.data as { members?: unknown[] };
  expect(plain.members).toBeUndefined();
  expect(wide.members).toHaveLength(3);
  expect((await ana(roomPath("?include=secrets"))).json.errors?.[0]?.pointer).toBe("/include");
});

test("HEAD tells what GET would, without the body", async () => {
  const [get, head] = [await ana(roomPath()), await ana(roomPath(), { method: "HEAD" })];
  expect([head.status, head.bytes.length]).toEqual([200, 0]);
  expect(head.headers.get("etag")).toBe(get.headers.get("etag"));
});

test("long answers are packed as the caller likes best", async () => {
  for (let index = 0; index < 5; index++) await ana(roomPath("/messages"), post({ body: "Long ".repeat(200) }));
  const unpack = { gzip: gunzipSync, br: brotliDecompressSync, zstd: zstdDecompressSync };
  const plain = await ana(roomPath("/messages"), { headers: { "accept-encoding": "identity" } });
  expect(plain.headers.has("content-encoding")).toBe(false);
  for (const [encoding, open] of Object.entries(unpack)) {
    const packed = await ana(roomPath("/messages"), { headers: { "accept-encoding": encoding } });
    expect(packed.headers.get("content-encoding")).toBe(encoding);
    expect(packed.headers.get("vary")).toContain("Accept-Encoding");
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 3);
    expect(JSON.parse(open(packed.bytes).toString())).toEqual(plain.json);
  }
  const asked = post({ requests: [{ method: "GET", path: `/rooms/${room.id}/messages` }] });
  const batch = await ana(api("/batch"), { ...asked, headers: { ...asked.headers, "accept-encoding": "gzip" } });
  expect(batch.headers.get("content-encoding")).toBe("gzip");
  expect(JSON.parse(gunzipSync(batch.bytes).toString()).data).toEqual([{ status: 200, body: plain.json }]);
  const refused = await ana(roomPath("/messages"), { headers: { "accept-encoding": "gzip;q=0" } });
  expect(refused.headers.has("content-encoding")).toBe(false);
});

test("a batch carries out each request as if it had come alone", async () => {
  const requests = [
    { method: "POST", path: `/rooms/${room.id}/messages`, body: { body: "In a batch" }, idempotencyKey: "batched" },
    { method: "POST", path: `/rooms/${room.id}/messages`, body: { body: "In a batch" }, idempotencyKey: "batched" },
    { method: "PATCH", path: `/rooms/${room.id}`, body: { topic: "Old" }, ifMatch: '"0.x"' },
    { method: "GET", path: "/rooms/0190f5fe-7c00-7a00-8000-000000000000" },
    { method: "GET", path: "/users/me?fields=name" },
  ];
  const answer = await ana(api("/batch"), post({ requests }));
  const parts = answer.json.data as { status: number; body: { data: { id?: string } | null } }[];
  expect(parts.map(({ status }) => status)).toEqual([201, 201, 412, 404, 200]);
  expect(parts[1]?.body.data?.id).toBe(parts[0]?.body.data?.id ?? "none");
  expect(parts[4]?.body.data).toEqual({ name: "Ana" } as never);
  expect((await nobody(api("/batch"), post({ requests }))).status).toBe(401);
});

test("a batch holds no batch, no stream, and nothing outside of the API", async () => {
  expect((await ana(api("/batch"), post({ requests: [{ method: "POST", path: "/batch" }] }))).status).toBe(400);
  const requests = [
    ...["/./batch", "/%62atch", "/rooms/../batch"].map((path) => ({ method: "POST", path, body: { requests: [] } })),
    ...["/events", "/realtime", "/../../metrics", "//evil.example/"].map((path) => ({ method: "GET", path })),
  ];
  const { json } = await ana(api("/batch"), post({ requests }));
  expect((json.data as { status: number }[]).map(({ status }) => status)).toEqual(requests.map(() => 404));
});

test("pages of friends may call, pages of strangers may not read", async () => {
  const from = (origin: string) => ({ headers: { origin } });
  const friend = await ana(roomPath(), from("https://friend.example"));
  expect(friend.headers.get("access-control-allow-origin")).toBe("https://friend.example");
  expect(friend.headers.get("access-control-expose-headers")).toContain("ETag");
  expect(friend.headers.get("vary")).toContain("Origin");
  for (const origin of ["https://evil.example", "https://friend.example.evil.example", "null"]) {
    expect((await ana(roomPath(), from(origin))).headers.has("access-control-allow-origin")).toBe(false);
  }
  const preflight = (origin: string) => nobody(roomPath(), { method: "OPTIONS", ...from(origin) });
  const allowed = await preflight("https://friend.example");
  expect([allowed.status, allowed.headers.get("access-control-allow-methods")]).toEqual([
    204,
    "GET, POST, PATCH, PUT, DELETE",
  ]);
  expect(allowed.headers.get("access-control-allow-headers")).toContain("Idempotency-Key");
  expect((await preflight("https://evil.example")).headers.has("access-control-allow-origin")).toBe(false);
});

test("every answer tells browsers what they must not do with it", async () => {
  for (const path of [roomPath(), api("/nothing"), "/", "/docs", "/docs/errors", "/health/live"]) {
    const { headers } = await ana(path);
    expect([path, headers.get("x-content-type-options")]).toEqual([path, "nosniff"]);
    expect([path, headers.get("content-security-policy")]).toEqual([path, expect.stringContaining("default-src")]);
    expect([path, headers.get("referrer-policy")]).toEqual([path, "no-referrer"]);
    expect([path, headers.get("content-security-policy")]).toEqual([
      path,
      expect.not.stringContaining("unsafe-inline"),
    ]);
    expect([path, headers.get("cross-origin-resource-policy")]).toEqual([path, "same-origin"]);
  }
  expect((await ana(roomPath())).headers.get("cache-control")).toContain("private");
});

test("a cookie that nobody of ours has baked is no cookie", async () => {
  const headers = { "content-type": "application/json", cookie: "althing_refresh=%; other" };
  const answer = await fetch(server.url + api("/auth/refresh"), { method: "POST", headers, body: "{}" });
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([401, "refresh_token_invalid"]);
});
