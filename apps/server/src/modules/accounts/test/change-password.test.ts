import { afterAll, beforeAll, expect, test } from "bun:test";
import { startServer, type TestServer } from "@althing/testkit";
import { ask, lettersTo, password, signIn, signUp } from "./harbour.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.dispose());

const better = "another good passphrase";
const isIn = async (token: string) => (await ask(server, "/users/me", undefined, { token })).status === 200;

test("Ana changes her password: this device stays, all others are out, and she gets a letter", async () => {
  const laptop = await signUp(server, "ana@example.org");
  const phone = await signIn(server, "ana@example.org");
  const change = { currentPassword: password, password: better };
  expect((await ask(server, "/users/me/password", change, { token: laptop.accessToken })).status).toBe(200);
  expect(await isIn(laptop.accessToken)).toBe(true);
  expect(await isIn(phone.accessToken)).toBe(false);
  await signIn(server, "ana@example.org", { password: better });
  expect((await lettersTo(server, "ana@example.org")).at(-1)).toContain("Your password was changed");
});

test("who does not know the current password changes nothing", async () => {
  const { accessToken: token } = await signUp(server, "ben@example.org");
  const change = { currentPassword: "a guess", password: better };
  const { status, code } = await ask(server, "/users/me/password", change, { token });
  expect([status, code]).toEqual([403, "password_wrong"]);
  await signIn(server, "ben@example.org");
});
