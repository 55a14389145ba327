import { afterAll, beforeAll, expect, test } from "bun:test";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { watch } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { type EmbeddedDatabase, startEmbedded } from "./start-embedded.ts";
import { createTestFolders, query, silent, startElsewhere } from "./test-folders.ts";

const folders = createTestFolders();
beforeAll(folders.initialise, 60_000);
afterAll(folders.remove);

async function expectReady(dataDir: string) {
  const startedAt = performance.now();
  const database = await startEmbedded({ dataDir, log: silent });
  expect(await query(database, "SELECT word FROM words")).toEqual(["kept"]);
  expect(performance.now() - startedAt).toBeLessThan(10_000);
  await database.stop();
}

/** Someone whose statement is known to run: resolves to how it will end, once it has begun. */
async function startSleeping({ connection }: Pick<EmbeddedDatabase, "connection">) {
  const client = new Client(connection);
  client.on("error", () => {});
  await client.connect();
  const begun = new Promise((resolve) => client.once("notice", resolve));
  const ended = client
    .query("DO $$ BEGIN RAISE NOTICE 'begun'; PERFORM pg_sleep(60); END $$")
    .then(String, (error: Error) => error.message);
  await begun;
  return { ended };
}

async function untilGone(folder: string, file: string) {
  const changes = watch(folder);
  if (!existsSync(join(folder, file))) return;
  for await (const _ of changes) if (!existsSync(join(folder, file))) return;
}

test("an acknowledged row survives kill -9 of everything", async () => {
  const dataDir = folders.copy();
  const { althing, database } = await startElsewhere(dataDir);
  await query(database, "INSERT INTO words VALUES ('kept')");
  process.kill(database.pid, "SIGKILL");
  althing.kill("SIGKILL");
  await althing.exited;
  await expectReady(dataDir);
});

test("a PostgreSQL that outlived a killed Althing is replaced", async () => {
  const dataDir = folders.copy();
  const { althing, database } = await startElsewhere(dataDir);
  await query(database, "INSERT INTO words VALUES ('kept')");
  const sleeping = await startSleeping(database);
  althing.kill("SIGKILL");
  await althing.exited;
  expect(process.kill(database.pid, 0)).toBe(true);
  await expectReady(dataDir);
  expect(await sleeping.ended).toContain("terminat");
});

test("a postmaster.pid with the id of an unrelated process is no obstacle", async () => {
  const dataDir = folders.copy();
  const database = await startEmbedded({ dataDir, log: silent });
  await query(database, "INSERT INTO words VALUES ('kept')");
  const pidFile = join(dataDir, "postgres/data/postmaster.pid");
  const written = readFileSync(pidFile, "utf8");
  await database.stop("immediate");
  writeFileSync(pidFile, written.replace(/^\d+/, `${process.pid}`));
  await expectReady(dataDir);
});

test("who asked is told when PostgreSQL ends by itself, and not when it was stopped", async () => {
  const dataDir = folders.copy();
  const database = await startEmbedded({ dataDir, log: silent });
  const exit = new Promise((resolve) => database.onExit(resolve));
  process.kill(database.pid, "SIGKILL");
  expect(await exit).toEqual({ code: null, signal: "SIGKILL" });
  await database.stop();

  const next = await startEmbedded({ dataDir, log: silent });
  next.onExit(() => expect.unreachable());
  await next.stop();
});

test("PostgreSQL stops when Althing exits", async () => {
  const dataDir = folders.copy();
  const { althing } = await startElsewhere(dataDir);
  althing.stdin.write("exit\n");
  althing.stdin.end();
  expect(await althing.exited).toBe(0);
  await untilGone(join(dataDir, "postgres/data"), "postmaster.pid");
});

test("a second Althing on the folder is refused, and the first goes on", async () => {
  const dataDir = folders.copy();
  const { althing, database } = await startElsewhere(dataDir);
  await expect(startEmbedded({ dataDir, log: silent })).rejects.toThrow(
    `Another Althing (process ${althing.pid}) is using ${dataDir}. Stop it, or set ALTHING_DATA_DIR to another folder.`,
  );
  await query(database, "INSERT INTO words VALUES ('kept')");
  althing.kill("SIGTERM");
  await althing.exited;
  await expectReady(dataDir);
});
