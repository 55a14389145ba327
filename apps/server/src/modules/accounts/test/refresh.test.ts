import { afterAll, beforeAll, expect, test } from "bun:test";
import { startServer, type TestServer } from "@althing/testkit";
import { ask, cookieOf, createClock, password, signIn, signUp } from "./harbour.ts";

const clock = createClock();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ clock: clock.now });
});
afterAll(() => server.dispose());

const refresh = (refreshToken: unknown) => ask(server, "/auth/refresh", { refreshToken });
const isIn = async (token: unknown) =>
  (await ask(server, "/users/me", undefined, { token: String(token) })).status === 200;

test("a refresh token is traded for a new pair, and works once", async () => {
  const { refreshToken } = await signUp(server, "ana@example.org");
  const { data, status } = await refresh(refreshToken);
  expect(status).toBe(200);
  expect(data).toEqual({ accessToken: expect.any(String), expiresInSeconds: 900, refreshToken: expect.any(String) });
  expect(data.refreshToken).not.toBe(refreshToken);
  expect(await isIn(data.accessToken)).toBe(true);
  expect((await refresh(data.refreshToken)).status).toBe(200);
});

test("an old token used again ends the session with all that came of it, and leaves others alone", async () => {
  const { refreshToken: stolen, account } = await signUp(server, "ben@example.org");
  const phone = await signIn(server, "ben@example.org");
  const { data: second } = await refresh(stolen);
  const { data: third } = await refresh(second.refreshToken);
  expect((await refresh(stolen)).code).toBe("refresh_token_invalid");
  expect((await refresh(third.refreshToken)).code).toBe("refresh_token_invalid");
  expect(await isIn(third.accessToken)).toBe(false);
  expect(await isIn(phone.accessToken)).toBe(true);
  const ended = (await server.eventsOf(`account:${account.id}`)).filter(({ type }) => type.includes("session_ended"));
  expect(ended.map(({ data }) => data)).toEqual([{ sessionId: expect.any(String), reason: "token_reused" }]);
  const warning = server.logLines.find((line) => line.includes("used again"));
  expect(warning).toContain('"level":"warn"');
});

test("of one token presented fifty times at once, at most one is honoured", async () => {
  const { refreshToken } = await signUp(server, "cem@example.org");
  const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(refreshToken)));
  expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  expect(answers.filter(({ status }) => status === 401).length).toBeGreaterThanOrEqual(49);
});

test("what is no refresh token is refused and harms nobody", async () => {
  const { accessToken } = await signUp(server, "dea@example.org");
  for (const token of ["", "x", `${crypto.randomUUID()}.made-up`, accessToken]) {
    expect((await refresh(token)).code).toBe("refresh_token_invalid");
  }
  expect((await ask(server, "/auth/refresh", {})).code).toBe("refresh_token_invalid");
  expect(await isIn(accessToken)).toBe(true);
});

test("the web app's refresh token is only in a cookie that no script reads", async () => {
  const answer = await ask(server, "/auth/register", {
    email: "eli@example.org",
    password,
    name: "Eli",
    session: "cookie",
  });
  expect(answer.data.refreshToken).toBeUndefined();
  const setCookie = answer.headers.get("set-cookie") ?? "";
  for (const part of ["HttpOnly", "SameSite=Strict", "Path=/api/v1/auth"]) expect(setCookie).toContain(part);
  const refreshed = await ask(server, "/auth/refresh", {}, { cookie: cookieOf(answer) });
  expect(refreshed.data.refreshToken).toBeUndefined();
  expect(await isIn(refreshed.data.accessToken)).toBe(true);
});

test("two tabs that present one cookie at once both go on, and so does a lost answer; later it is a theft", async () => {
  await signUp(server, "fay@example.org");
  const first = await ask(server, "/auth/login", { email: "fay@example.org", password, session: "cookie" });
  const both = await Promise.all([1, 2].map(() => ask(server, "/auth/refresh", {}, { cookie: cookieOf(first) })));
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const cookies = new Set(both.map(cookieOf));
  expect(cookies.size).toBe(1);
  const [cookie = ""] = cookies;
  clock.forward(31);
  const next = await ask(server, "/auth/refresh", {}, { cookie });
  expect(next.status).toBe(200);
  expect((await ask(server, "/auth/refresh", {}, { cookie: cookieOf(first) })).status).toBe(401);
  expect(await isIn(next.data.accessToken)).toBe(false);
});

test("an access token lives for fifteen minutes, a refresh token for thirty days", async () => {
  const { accessToken, refreshToken } = await signUp(server, "gil@example.org");
  clock.forward(14 * 60);
  expect(await isIn(accessToken)).toBe(true);
  clock.forward(60);
  expect(await isIn(accessToken)).toBe(false);
  clock.forward(29 * 86_400);
  const { data, status } = await refresh(refreshToken);
  expect(status).toBe(200);
  clock.forward(30 * 86_400);
  expect((await refresh(data.refreshToken)).code).toBe("refresh_token_invalid");
});
