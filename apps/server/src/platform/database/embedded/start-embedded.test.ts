import { afterAll, beforeAll, expect, test } from "bun:test";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { startEmbedded } from "./start-embedded.ts";
import { createTestFolders, query, silent } from "./test-folders.ts";

const folders = createTestFolders();
beforeAll(folders.initialise, 60_000);
afterAll(folders.remove);

test("a new folder becomes a database that keeps what was written", async () => {
  const dataDir = folders.fresh();
  const lines: string[] = [];
  const log = (_level: string, line: string) => void lines.push(line);
  const first = await startEmbedded({ dataDir, log });
  await query(first, "CREATE TABLE words AS SELECT 'þing' AS word");
  await first.stop();

  const startedAt = performance.now();
  const second = await startEmbedded({ dataDir, log });
  const startMs = performance.now() - startedAt;
  process.stdout.write(`second start: ${startMs.toFixed(0)} ms\n`);
  expect(startMs).toBeLessThan(3_000);
  expect(await query(second, "SELECT word FROM words")).toEqual(["þing"]);
  await second.stop();

  expect(lines.join("\n")).not.toContain(first.connection.password);
  expect(existsSync(join(dataDir, "althing.pid"))).toBe(false);
});

test("what was promised about durability, encoding and access holds", async () => {
  const database = await startEmbedded({ dataDir: folders.copy(), log: silent });
  for (const [setting, value] of [
    ["fsync", "on"],
    ["full_page_writes", "on"],
    ["synchronous_commit", "on"],
    ["data_checksums", "on"],
    ["listen_addresses", ""],
    ["server_encoding", "UTF8"],
    ["is_superuser", "off"],
  ]) {
    expect({ setting, value: await query(database, `SHOW ${setting}`) }).toEqual({
      setting: `${setting}`,
      value: [value],
    });
  }
  expect(await query(database, "SELECT to_tsvector('simple', '„Þing“ — ÁÐUR')::text")).toEqual(["'áður':2 'þing':1"]);
  expect(statSync(database.connection.host).mode & 0o777).toBe(0o700);

  const wrong = new Client({ ...database.connection, password: "guess" });
  await expect(wrong.connect()).rejects.toThrow("password authentication failed");
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  await admin.query("CREATE DATABASE clone TEMPLATE althing OWNER althing");
  await admin.end();
  await database.stop();
});

test("a data folder with a long path is reached through a short one", async () => {
  const dataDir = folders.copy("long".repeat(40));
  const database = await startEmbedded({ dataDir, log: silent });
  expect(database.connection.host.length).toBeLessThan(90);
  expect(await query(database, "SELECT 1")).toEqual([1]);
  await database.stop();
});
