import { afterAll, beforeAll, expect, test } from "bun:test";
import { startServer, type TestServer } from "@althing/testkit";
import { ask, createClock, lettersTo, linkTo, signUp } from "./harbour.ts";

const clock = createClock();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ clock: clock.now });
});
afterAll(() => server.dispose());

test("Ana confirms her address by the link in her mail, which works once", async () => {
  const { accessToken, account } = await signUp(server, "ana@example.org");
  const token = await linkTo(server, "ana@example.org", "verify-email");
  expect((await ask(server, "/auth/verify-email", { token })).data).toEqual({ email: "ana@example.org" });
  expect((await ask(server, "/users/me", undefined, { token: accessToken })).data.emailVerified).toBe(true);
  expect((await server.eventsOf(`account:${account.id}`)).at(-1)?.type).toBe("accounts.me_changed");
  const { status, code } = await ask(server, "/auth/verify-email", { token });
  expect([status, code]).toEqual([410, "link_expired"]);
});

test("of a hundred who follow one link at once, one is let through", async () => {
  await signUp(server, "ben@example.org");
  const token = await linkTo(server, "ben@example.org", "verify-email");
  const answers = await Promise.all(Array.from({ length: 100 }, () => ask(server, "/auth/verify-email", { token })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test("a link is good for three days, and can be had anew until the address is confirmed", async () => {
  const { accessToken } = await signUp(server, "cem@example.org");
  const old = await linkTo(server, "cem@example.org", "verify-email");
  clock.forward(3 * 86_400 + 1);
  expect((await ask(server, "/auth/verify-email", { token: old })).code).toBe("link_expired");
  clock.forward(-3 * 86_400 - 1);
  expect((await ask(server, "/auth/resend-verification", {}, { token: accessToken })).status).toBe(202);
  const token = await linkTo(server, "cem@example.org", "verify-email");
  expect(token).not.toBe(old);
  expect((await ask(server, "/auth/verify-email", { token })).status).toBe(200);
  await ask(server, "/auth/resend-verification", {}, { token: accessToken });
  expect(await lettersTo(server, "cem@example.org")).toHaveLength(2);
});
