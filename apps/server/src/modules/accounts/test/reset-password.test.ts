import { afterAll, beforeAll, expect, test } from "bun:test";
import { startServer, type TestServer } from "@althing/testkit";
import { ask, lettersTo, linkTo, password, signIn, signUp } from "./harbour.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.dispose());

const better = "another good passphrase";
const forget = (email: string) => ask(server, "/auth/forgot-password", { email });
const reset = (token: string) => ask(server, "/auth/reset-password", { token, password: better });

test("Ana chooses a new password by mail: old sessions end, old links are dead, and she is told", async () => {
  const { accessToken } = await signUp(server, "ana@example.org");
  await forget("ana@example.org");
  const first = await linkTo(server, "ana@example.org", "reset-password");
  await forget("ana@example.org");
  const second = await linkTo(server, "ana@example.org", "reset-password");
  expect((await reset(second)).status).toBe(200);
  expect((await ask(server, "/users/me", undefined, { token: accessToken })).status).toBe(401);
  expect((await ask(server, "/auth/login", { email: "ana@example.org", password })).code).toBe("credentials_wrong");
  const again = await signIn(server, "ana@example.org", { password: better });
  expect(again.account).toMatchObject({ emailVerified: true });
  for (const token of [first, second]) expect((await reset(token)).code).toBe("link_expired");
  const letters = await lettersTo(server, "ana@example.org");
  expect(letters.at(-1)).toContain("Your password was changed");
});

test("of twenty who follow one link at once, one sets the password", async () => {
  await signUp(server, "ben@example.org");
  await forget("ben@example.org");
  const token = await linkTo(server, "ben@example.org", "reset-password");
  const answers = await Promise.all(Array.from({ length: 20 }, () => reset(token)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("asking for an address that has no account gets the same answer, and no letter", async () => {
  const { status, data } = await forget("nobody@example.org");
  expect([status, data]).toEqual([202, null as never]);
  expect(await lettersTo(server, "nobody@example.org")).toEqual([]);
});

test("a link for one thing is of no use for another", async () => {
  await signUp(server, "cem@example.org");
  expect((await reset(await linkTo(server, "cem@example.org", "verify-email"))).code).toBe("link_expired");
});
