import { expect, test } from "bun:test";
import { startServer } from "@althing/testkit";
import { ask, linkTo, password, signUp } from "./harbour.ts";

test("the log never holds a password, a token or a link", async () => {
  const server = await startServer({ settings: { ALTHING_LOG_LEVEL: "trace" } });
  const { accessToken, refreshToken } = await signUp(server, "ana@example.org");
  const { data } = await ask(server, "/auth/refresh", { refreshToken });
  await ask(server, "/auth/refresh", { refreshToken });
  await ask(server, "/auth/login", { email: "ana@example.org", password: "wrong but secret" });
  await ask(server, "/auth/forgot-password", { email: "ana@example.org" });
  const link = await linkTo(server, "ana@example.org", "reset-password");
  await ask(server, "/auth/reset-password", { token: link, password: "another good passphrase" });
  await server.settled();
  const log = server.logLines.join("\n");
  const secrets = [password, "wrong but secret", "another good passphrase", accessToken, refreshToken, link];
  for (const secret of [...secrets, String(data.refreshToken)]) expect(log).not.toContain(secret);
  expect(log).not.toContain("ana@example.org");
  await server.dispose();
});
