import { afterAll, beforeAll, expect, test } from "bun:test";
import { startServer, type TestServer } from "@althing/testkit";
import { ask, signIn, signUp } from "./harbour.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.dispose());

const isIn = async (token: string) => (await ask(server, "/users/me", undefined, { token })).status === 200;

test("who signs out is out at once: the access token too, on this device only", async () => {
  const laptop = await signUp(server, "ana@example.org");
  const phone = await signIn(server, "ana@example.org");
  expect(await isIn(laptop.accessToken)).toBe(true);
  const { status, headers } = await ask(server, "/auth/logout", {}, { token: laptop.accessToken });
  expect(status).toBe(200);
  expect(headers.get("set-cookie")).toContain("Max-Age=0");
  expect(await isIn(laptop.accessToken)).toBe(false);
  expect((await ask(server, "/auth/refresh", { refreshToken: laptop.refreshToken })).status).toBe(401);
  expect(await isIn(phone.accessToken)).toBe(true);
});

test("signing out everywhere ends every session, and nobody else's", async () => {
  const devices = [await signUp(server, "ben@example.org"), await signIn(server, "ben@example.org")];
  const cem = await signUp(server, "cem@example.org");
  const { data } = await ask(server, "/auth/logout-all", {}, { token: devices[0]?.accessToken });
  expect(data).toEqual({ ended: 2 });
  for (const { accessToken } of devices) expect(await isIn(accessToken)).toBe(false);
  expect(await isIn(cem.accessToken)).toBe(true);
});
