/** What an operator does beside running the server: while it runs, and while it does not. */
import { afterAll, expect, test } from "bun:test";
import { connect, freePort, type SpawnedServer, signUp, spawnServer, temporaryDataDir } from "@althing/testkit";
import { callerOf } from "./http/caller.ts";
import { type Ended, runProgram } from "./program.ts";

const { dataDir, remove } = temporaryDataDir();
let server: SpawnedServer | undefined;
afterAll(async () => {
  await server?.stop();
  remove();
});

const run = (line: string, input = ""): Promise<Ended> =>
  runProgram(line.split(" "), { ALTHING_DATA_DIR: dataDir }, input);

/** Runs a verb that must succeed, and gives what it printed. */
async function does(line: string, input = ""): Promise<string> {
  const { code, printed } = await run(line, input);
  expect([line, code, printed]).toEqual([line, 0, printed]);
  return printed;
}

const signIn = async (email: string, password: string) =>
  (await callerOf(server?.url ?? "")("/api/v1/auth/login", { method: "POST", body: { email, password } })).status;

test("a verb that there is not names those that there are, and each tells how it is used", async () => {
  const { code, printed } = await run("dance");
  expect(code).toBe(64);
  for (const verb of ["migrate", "rollback", "doctor", "user", "token", "keys", "settings"])
    expect(printed).toContain(verb);
  expect(await does("rollback --help")).toContain("althing rollback");
  expect((await run("user dance")).code).toBe(64);
});

test("migrations go up once, and down only for who is sure", async () => {
  expect(await does("migrate")).toMatch(/\d+ migrations applied/);
  expect(await does("migrate")).toContain("up to date");
  expect((await run("rollback")).code).toBe(64);
  const taken = await does("rollback 2 --yes");
  expect(taken.match(/took back/g)).toHaveLength(2);
  expect((await does("rollback --yes")).match(/took back/g)).toHaveLength(1);
  expect(await does("migrate")).toContain("3 migrations applied");
}, 60_000);

test("people are added and listed without a server", async () => {
  expect(await does("user add ana@example.org --name Ana", "correct horse battery\n")).toContain("Added");
  const made = await does("user add ben@example.org --name Ben");
  expect(made).toMatch(/The password is: \S{20}/);
  expect(await does("user list")).toMatch(/ana@example\.org .*owner[\s\S]*ben@example\.org/);
  expect((await run("user add ben@example.org --name Ben")).code).toBeGreaterThan(0);
  expect((await run("user password nobody@example.org", "whatever it is")).code).toBe(66);
}, 60_000);

test("the settings in force are shown, and secrets are not", async () => {
  const { printed } = await runProgram(["settings", "--port", "3456"], {
    ALTHING_DATA_DIR: dataDir,
    ALTHING_SIGNUP: "closed",
    DATABASE_URL: "postgres://althing:open-sesame@db.example/althing",
  });
  expect(printed).toMatch(/PORT +3456/);
  expect(printed).toMatch(/ALTHING_SIGNUP +closed/);
  expect(printed).toMatch(/DATABASE_URL +\(set\)/);
  expect(printed).not.toContain("open-sesame");
});

test("the doctor finds a sound installation sound", async () => {
  expect(await does("doctor")).toContain("All is well.");
}, 60_000);

test("the doctor tells of a database that is away, without its password", async () => {
  const { code, printed } = await runProgram(["doctor"], {
    ALTHING_DATA_DIR: dataDir,
    DATABASE_URL: `postgres://althing:open-sesame@127.0.0.1:${freePort()}/althing`,
  });
  expect([code, printed]).toEqual([1, expect.stringMatching(/✗ .*127\.0\.0\.1/)]);
  expect(printed).not.toContain("open-sesame");
}, 20_000);

test("beside a running server they work on its database", async () => {
  server = await spawnServer({ dataDir, port: freePort() });
  expect(await signIn("ana@example.org", "correct horse battery")).toBe(200);
  expect(await does("user list")).toContain("ana@example.org");
  expect(await does("doctor")).toContain("All is well.");
  expect(await does("migrate")).toContain("up to date");
  const token = (await does("token --as owner")).trim();
  const me = await callerOf(server.url)("/api/v1/users/me", { headers: { authorization: `Bearer ${token}` } });
  expect(me.json.data).toMatchObject({ email: "ana@example.org" });
  expect((await run("token --as eve@example.org")).code).toBe(66);
}, 60_000);

test("who is disabled while the server runs is out, and in again when enabled", async () => {
  const { url } = server as SpawnedServer;
  const { person: dan } = await signUp(url, "Dan");
  const socket = await connect(url, dan);
  await does("user disable dan@example.org");
  expect(await socket.until(() => socket.closed)).toMatchObject({ reason: "session_ended" });
  expect(await signIn("dan@example.org", "correct horse battery")).toBe(401);
  await does("user enable dan@example.org");
  await does("user password dan@example.org", "another horse battery");
  expect(await signIn("dan@example.org", "correct horse battery")).toBe(401);
  expect(await signIn("dan@example.org", "another horse battery")).toBe(200);
}, 60_000);
