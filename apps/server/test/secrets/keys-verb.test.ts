/** `althing keys`: what an operator sees and does, beside a running server and without one. */
import { afterAll, expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { freePort, type SpawnedServer, signUp, spawnServer, temporaryDataDir } from "@althing/testkit";
import { runVerb } from "../../src/verbs/index.ts";
import { callerOf } from "../http/caller.ts";
import { runProgram } from "../program.ts";

const { dataDir, remove } = temporaryDataDir();
const secretsFile = join(dataDir, "secrets.json");
const settings = { ALTHING_DATA_DIR: dataDir };
let printedByAll = "";
const run = async (line: string, more: Record<string, string> = {}) => {
  const ended = await runProgram(line.split(" "), { ...settings, ...more });
  printedByAll += ended.printed;
  return ended;
};

/** The ids of the keys in the order in which they are listed, with their counts. */
async function listed(): Promise<[id: string, count: number][]> {
  const { printed } = await run("keys list");
  return Array.from(printed.matchAll(/^(\S+) +(\d+) texts/gm), ([, id = "", count]) => [id, Number(count)]);
}
const keysInFile = (): string[] => {
  const { signing, sealing } = JSON.parse(readFileSync(secretsFile, "utf8"));
  return [signing, ...sealing.map(({ key }: { key: string }) => key)];
};
const everyKey = new Set<string>();

let server: SpawnedServer | undefined;
afterAll(async () => {
  await server?.stop();
  remove();
}, 60_000);

test("a database that is not of this version's shape yet has to be migrated first", async () => {
  const older = await run("keys list");
  expect([older.code, older.printed]).toEqual([78, expect.stringContaining("althing migrate")]);
  expect((await run("migrate")).code).toBe(0);
}, 60_000);

test("words that ask for nothing there is are answered with the usage", async () => {
  expect(await run("keys dance")).toMatchObject({ code: 64, printed: expect.stringContaining("althing keys rotate") });
  for (const line of ["", "retire", "list all", "rotate everything"])
    await expect(runVerb("keys", line.split(" ").filter(Boolean))).rejects.toMatchObject({ exitCode: 64 });
}, 60_000);

test("without a server the verb itself wraps what there is, and an unneeded key can go", async () => {
  const [[first = ""] = []] = await listed();
  expect((await run(`keys retire ${first}`)).printed).toContain("rotate first");
  expect((await run("keys retire nobody")).code).toBe(66);
  for (const key of keysInFile()) everyKey.add(key);
  expect((await run("keys rotate")).printed).toContain("Everything is under the new key");
  const [[second = ""] = [], ...others] = await listed();
  expect(others).toEqual([[first, 0]]);
  expect(await run(`keys retire ${first}`)).toMatchObject({ code: 0, printed: expect.stringContaining("is gone") });
  expect(await listed()).toEqual([[second, 1]]);
}, 120_000);

test("beside a running server, that one reads the new key and wraps; who is signed in stays so", async () => {
  const port = freePort();
  server = await spawnServer({ dataDir, port });
  const { person: ana } = await signUp(server.url, "Ana", { workspaceName: "Harbour" });
  const asAna = { headers: { authorization: `Bearer ${await ana.session.token()}` } };
  const me = async () => (await callerOf(server?.url ?? "")("/api/v1/users/me", asAna)).status;
  await ana.workspaces.createWorkspace({ name: "Island" });
  for (const key of keysInFile()) everyKey.add(key);
  const [[first = "", count = 0] = []] = await listed();
  expect(count).toBeGreaterThan(1);

  expect((await run("keys rotate")).printed).toContain("Everything is under the new key");
  expect((await listed()).map(([, texts]) => texts)).toEqual([count, 0]);
  expect(await run(`keys retire ${first}`)).toMatchObject({ code: 0 });
  expect(await listed()).toHaveLength(1);
  expect(await me()).toBe(200);
  for (const key of keysInFile()) everyKey.add(key);
}, 120_000);

test("signing by a new root asks nobody to sign in again", async () => {
  const { url } = server as SpawnedServer;
  const { person: ben } = await signUp(url, "Ben", { workspaceName: "Island" });
  const before = await ben.session.token();
  expect((await run("keys rotate signing")).printed).toContain("new root");
  const withOld = () => callerOf(url)("/api/v1/users/me", { headers: { authorization: `Bearer ${before}` } });
  // The server takes the root with its next job, which is at once.
  while ((await withOld()).status === 200) await ben.accounts.getMe();
  expect((await ben.accounts.getMe()).id).toBe(ben.id);
  expect(await ben.session.token()).not.toBe(before);
}, 60_000);

test("a reload with a file that others can read leaves the server with the keys that it has", async () => {
  const { url, pid, output } = server as SpawnedServer;
  const { person: cem } = await signUp(url, "Cem");
  chmodSync(secretsFile, 0o644);
  process.kill(pid, "SIGHUP");
  do {
    expect((await cem.accounts.getMe()).id).toBe(cem.id);
  } while (!output().includes("goes on with those that it has"));
  chmodSync(secretsFile, 0o600);
}, 60_000);

test("keys of a setting are the operator's: the verb says what to do, and when the old one may go", async () => {
  const [older, newer] = [randomBytes(32).toString("hex"), randomBytes(32).toString("hex")];
  for (const key of [older, newer]) everyKey.add(key);
  const fresh = temporaryDataDir();
  const given = (keys: string) => ({ ALTHING_DATA_DIR: fresh.dataDir, ALTHING_MASTER_KEY: keys });
  await run("migrate", given(older));
  const advice = (await run("keys rotate", given(older))).printed;
  for (const part of ["openssl rand -base64 32", "in ALTHING_MASTER_KEY", "before the present one"]) {
    expect(advice).toContain(part);
  }
  const olderId = /althing keys retire (\S+?)`/.exec(advice)?.[1] ?? "";
  expect((await run("keys list", given(newer))).printed).toContain(`needs the key ${olderId}`);
  const retired = await run(`keys retire ${olderId}`, given(`${newer},${older}`));
  expect(retired).toMatchObject({ code: 0, printed: expect.stringContaining("Nothing needs the key") });
  expect((await run("keys list", given(newer))).printed).toMatch(/ 1 texts +seals and opens/);
  fresh.remove();
}, 120_000);

test("no key was ever printed or logged", () => {
  expect(everyKey.size).toBeGreaterThan(5);
  for (const key of everyKey) expect(printedByAll + server?.output()).not.toContain(key);
});
