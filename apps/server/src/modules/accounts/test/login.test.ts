import { afterAll, beforeAll, expect, test } from "bun:test";
import { startServer, type TestServer } from "@althing/testkit";
import { system } from "../../../kernel/actor.ts";
import { disableAccount, enableAccount } from "../index.ts";
import { updatePasswordHash } from "../store/accounts.ts";
import { ask, password, signIn, signUp } from "./harbour.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.dispose());

test("Ana signs in with her address, however she writes it", async () => {
  const { account } = await signUp(server, "ana@example.org");
  const { status, data } = await ask(server, "/auth/login", { email: " ANA@example.org", password });
  expect(status).toBe(200);
  expect(data.account).toMatchObject({ id: account.id });
  expect((await ask(server, "/users/me", undefined, { token: String(data.accessToken) })).data.id).toBe(account.id);
});

test("a wrong password and an unknown address get the same answer", async () => {
  await signUp(server, "ben@example.org");
  const wrong = await ask(server, "/auth/login", { email: "ben@example.org", password: "not this one" });
  const unknown = await ask(server, "/auth/login", { email: "nobody@example.org", password: "not this one" });
  expect([wrong.status, wrong.code]).toEqual([401, "credentials_wrong"]);
  expect([unknown.status, unknown.code]).toEqual([401, "credentials_wrong"]);
});

test("a bcrypt hash from elsewhere is good, and replaced at the first sign-in", async () => {
  const { account } = await signUp(server, "cem@example.org");
  const bcrypt = await Bun.password.hash(password, { algorithm: "bcrypt", cost: 4 });
  await server.kernel.platform.write(system, (tx) => updatePasswordHash(tx, account.id, bcrypt));
  await signIn(server, "cem@example.org");
  const { rows } = await server.database.pool.query("select password_hash from accounts where id = $1", [account.id]);
  expect(rows[0].password_hash).toStartWith("$argon2id$");
  await signIn(server, "cem@example.org");
});

test("who is disabled is out at once and does not come in", async () => {
  const { account, accessToken: token } = await signUp(server, "dea@example.org");
  await server.kernel.platform.write(system, (tx) => disableAccount(tx, account.id));
  expect((await ask(server, "/users/me", undefined, { token })).code).toBe("unauthenticated");
  expect((await ask(server, "/auth/login", { email: "dea@example.org", password })).code).toBe("credentials_wrong");
  await server.kernel.platform.write(system, (tx) => enableAccount(tx, account.id));
  await signIn(server, "dea@example.org");
});

test("after ten wrong passwords an account rests, whether or not it exists; right ones do not count", async () => {
  const strict = await startServer({ settings: { ALTHING_RATE_LIMITS: "on", ALTHING_TRUSTED_PROXIES: "127.0.0.1" } });
  await signUp(strict, "ana@example.org");
  for (const email of ["ana@example.org", "nobody@example.org"]) {
    // Each attempt from a network of its own, as an attacker with many would.
    const from = (n: number) => ({ headers: { "x-forwarded-for": `203.0.${email.length}.${n}` } });
    if (email.startsWith("ana")) {
      for (let n = 50; n < 62; n++) await ask(strict, "/auth/login", { email, password }, from(n));
    }
    const tries = Array.from({ length: 12 }, (_, n) =>
      ask(strict, "/auth/login", { email, password: "guess" }, from(n)),
    );
    const codes = (await Promise.all(tries)).map(({ code }) => code).toSorted();
    expect(codes).toEqual([...Array(10).fill("credentials_wrong"), "rate_limited", "rate_limited"]);
    const { code, headers } = await ask(strict, "/auth/login", { email, password }, from(99));
    expect(code).toBe("rate_limited");
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  }
  await strict.dispose();
});
