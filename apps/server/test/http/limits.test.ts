/** How often one may ask, who it is counted for, and whose word about an address is believed. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Harbour, openHarbour, password, startServer, type TestServer } from "@althing/testkit";
import { type Caller, callerOf } from "./caller.ts";

let server: TestServer;
let behindProxy: TestServer;
let harbour: Harbour;
let nobody: Caller;
beforeAll(async () => {
  const settings = { ALTHING_RATE_LIMITS: "on" };
  [server, behindProxy] = await Promise.all([
    startServer({ settings }),
    startServer({ settings: { ...settings, ALTHING_TRUSTED_PROXIES: "127.0.0.0/8,10.0.0.0/8" } }),
  ]);
  harbour = await openHarbour(server.url);
  nobody = callerOf(server.url);
});
afterAll(() => Promise.all([server.dispose(), behindProxy.dispose()]));

/** What is left, by the header. */
const left = ({ headers }: { headers: Headers }) => Number(/;r=(\d+)/.exec(headers.get("ratelimit") ?? "")?.[1]);

/** As someone else each time, since guesses are counted by account as well. */
const signIn = (caller: Caller, from?: string) =>
  caller("/api/v1/auth/login", {
    method: "POST",
    body: { email: `${crypto.randomUUID()}@example.org`, password },
    headers: from === undefined ? {} : { "x-forwarded-for": from },
  });

/** Signs in wrongly until it is refused, and gives how often that was allowed. */
async function signInUntilRefused(caller: Caller, from?: string): Promise<number> {
  for (let count = 0; count < 200; count++) if ((await signIn(caller, from)).status === 429) return count;
  return Number.POSITIVE_INFINITY;
}

test("every answer says how much is left, to each account of its own", async () => {
  const [ana, ben] = [callerOf(server.url, harbour.ana), callerOf(server.url, harbour.ben)];
  const first = await ana("/api/v1/users/me");
  expect(first.headers.get("ratelimit-policy")).toBe('"read";q=3000;w=60');
  expect(left(await ana("/api/v1/users/me"))).toBe(left(first) - 1);
  const before = left(await ben("/api/v1/users/me"));
  await ana("/api/v1/users/me");
  expect(left(await ben("/api/v1/users/me"))).toBe(before - 1);
});

test("who asks too often is told when to come back, and others are not held up", async () => {
  const ana = callerOf(server.url, harbour.ana);
  const answers = [];
  for (let count = 0; count < 70; count++) answers.push(await ana("/api/v1/realtime/ticket", { method: "POST" }));
  const refused = answers.filter(({ status }) => status === 429);
  expect(answers.filter(({ status }) => status === 201).length).toBeLessThanOrEqual(60);
  const [first] = refused;
  expect(first?.json).toMatchObject({ code: "rate_limited", data: { retryAfterSeconds: expect.any(Number) } });
  const seconds = Number(first?.headers.get("retry-after"));
  expect([seconds > 0, seconds <= 60]).toEqual([true, true]);
  const bens = await callerOf(server.url, harbour.ben)("/api/v1/realtime/ticket", { method: "POST" });
  expect(bens.status).toBe(201);
});

test("a socket's messages are counted with those over HTTP", async () => {
  const { cem, channel, connect } = harbour;
  const { id: roomId } = await channel("counted", [cem]);
  const socket = await connect(cem);
  for (let key = 0; key < 650; key++) socket.send({ op: "send", key: String(key), roomId, body: "Again" });
  const answered = () => socket.frames.filter(({ op }) => op === "ack" || op === "error");
  await socket.until(() => answered().length === 650, 15_000);
  const refused = socket.frames.filter((frame) => frame.op === "error" && frame.problem.code === "rate_limited");
  expect(refused.length).toBeGreaterThanOrEqual(50);
  const over = await callerOf(server.url, cem)(`/api/v1/rooms/${roomId}/messages`, {
    method: "POST",
    body: { body: "By another way" },
  });
  expect(over.status).toBe(429);
  socket.close();
}, 20_000);

test("guesses are counted by address, and what a stranger says of his address is not believed", async () => {
  const others = await Promise.all(
    Array.from({ length: 30 }, (_, index) => signIn(nobody, `198.51.100.${index}`).then(({ status }) => status)),
  );
  expect(others.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10);
});

test("guesses at one password are counted wherever they come from", async () => {
  const guess = (from: string) =>
    callerOf(behindProxy.url)("/api/v1/auth/login", {
      method: "POST",
      body: { email: "ana@example.org", password: "wrong horse battery" },
      headers: { "x-forwarded-for": from },
    });
  const statuses = [];
  for (let index = 0; index < 12; index++) statuses.push((await guess(`192.0.2.${index}`)).status);
  expect(statuses).toEqual([...new Array(10).fill(401), 429, 429]);
});

test("behind a proxy that is trusted, each address is counted for itself", async () => {
  const caller = callerOf(behindProxy.url);
  expect(await signInUntilRefused(caller, "198.51.100.1")).toBe(20);
  expect((await signIn(caller, "198.51.100.2")).status).toBe(401);
  // All that stands left of the last hop that is not ours is the caller's own claim.
  expect((await signIn(caller, "203.0.113.9, 198.51.100.1, 10.1.2.3")).status).toBe(429);
  expect((await signIn(caller, "198.51.100.1, 198.51.100.3")).status).toBe(401);
});

test("a whole network of IPv6 addresses is one caller", async () => {
  const caller = callerOf(behindProxy.url);
  const statuses = [];
  for (let index = 0; index < 25; index++) statuses.push((await signIn(caller, `2001:db8::${index + 1}`)).status);
  expect(statuses.filter((status) => status === 429)).toHaveLength(5);
});

test("a batch counts for each of its requests, at the caller's own address", async () => {
  const ana = callerOf(server.url, harbour.ana);
  const before = left(await ana("/api/v1/users/me"));
  const requests = Array.from({ length: 20 }, () => ({ method: "GET", path: "/users/me" }));
  await ana("/api/v1/batch", { method: "POST", body: { requests } });
  expect(left(await ana("/api/v1/users/me"))).toBe(before - 21);
});
