import { afterAll, beforeAll, expect, test } from "bun:test";
import { startServer, type TestServer } from "@althing/testkit";
import { cleanUp } from "../jobs/clean-up.ts";
import { ask, createClock, signIn, signUp } from "./harbour.ts";

const clock = createClock();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ clock: clock.now });
});
afterAll(() => server.dispose());

type Listed = { id: string; device: string; current: boolean; address: string };
const sessions = async (token: string) =>
  (await ask(server, "/users/me/sessions", undefined, { token })).data as unknown as Listed[];
const end = (token: string, id: string) =>
  ask(server, `/users/me/sessions/${id}`, undefined, { token, method: "DELETE" });

test("Ana sees her sessions by device and ends the one she lost", async () => {
  const { accessToken } = await signUp(server, "ana@example.org");
  const userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  const body = { email: "ana@example.org", password: "correct horse battery" };
  const { data: lost } = await ask(server, "/auth/login", body, { headers: { "user-agent": userAgent } });
  const listed = await sessions(accessToken);
  expect(listed.map(({ current }) => current).toSorted()).toEqual([false, true]);
  const other = listed.find(({ current }) => !current);
  expect(other).toMatchObject({ device: "Firefox on Linux", address: "127.0.0.1" });
  expect((await end(accessToken, other?.id ?? "")).status).toBe(200);
  expect((await ask(server, "/users/me", undefined, { token: String(lost.accessToken) })).status).toBe(401);
  expect(await sessions(accessToken)).toHaveLength(1);
  expect((await end(accessToken, other?.id ?? "")).code).toBe("session_not_found");
});

test("nobody ends another's session, and it looks as if there were none", async () => {
  const ben = await signUp(server, "ben@example.org");
  const eve = await signUp(server, "eve@example.org");
  const [own] = await sessions(ben.accessToken);
  expect((await end(eve.accessToken, own?.id ?? "")).code).toBe("session_not_found");
  expect(await sessions(ben.accessToken)).toHaveLength(1);
});

test("sessions that are over are forgotten a day later; others stay", async () => {
  const gone = await signUp(server, "cem@example.org");
  await ask(server, "/auth/logout", {}, { token: gone.accessToken });
  clock.forward(86_401);
  await signIn(server, "cem@example.org");
  const context = { jobId: "1", attempt: 1, signal: new AbortController().signal, progress: async () => undefined };
  await cleanUp.run(server.kernel.platform, {}, context);
  const query = "select ended_at from sessions where account_id = $1";
  const { rows: left } = await server.database.pool.query(query, [gone.account.id]);
  expect(left).toEqual([{ ended_at: null }]);
});
