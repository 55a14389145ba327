import { afterAll, beforeAll, expect, test } from "bun:test";
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartupFault } from "../../startup-fault.ts";
import { findBinaries } from "./binaries.ts";
import { claimDataFolder } from "./data-folder.ts";
import { startEmbedded } from "./start-embedded.ts";
import { createTestFolders, query, silent } from "./test-folders.ts";

const folders = createTestFolders();
const isRoot = process.getuid?.() === 0;
beforeAll(folders.initialise, 60_000);
afterAll(folders.remove);

async function expectFault(dataDir: string, code: string, part: string) {
  const fault = await startEmbedded({ dataDir, log: silent }).catch((error: unknown) => error);
  if (!(fault instanceof StartupFault)) throw fault;
  expect(fault).toMatchObject({ code, message: expect.stringContaining(part) });
  expect(fault.exitCode).toBeGreaterThan(0);
}

test("a folder of somebody else's files is left as it is", async () => {
  const dataDir = folders.fresh();
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, "thesis.txt"), "");
  await expectFault(dataDir, "data_folder_foreign", "not Althing's");
  expect(readdirSync(dataDir)).toEqual(["thesis.txt"]);
});

test("an operator's settings may stand in a new folder", () => {
  const dataDir = folders.fresh();
  mkdirSync(dataDir);
  writeFileSync(join(dataDir, "althing.config.json"), "{}");
  claimDataFolder(dataDir).release();
});

test("a folder of a newer Althing, a newer or an older PostgreSQL is refused", async () => {
  const dataDir = folders.copy();
  writeFileSync(join(dataDir, "postgres/data/PG_VERSION"), "19\n");
  await expectFault(dataDir, "data_folder_newer", "PostgreSQL 19");
  writeFileSync(join(dataDir, "postgres/data/PG_VERSION"), "17\n");
  await expectFault(dataDir, "data_folder_older", "PostgreSQL 17");
  const marker = { product: "althing", formatVersion: 2, createdAt: "2027-01-01T00:00:00.000Z" };
  writeFileSync(join(dataDir, "althing.json"), JSON.stringify(marker));
  await expectFault(dataDir, "data_folder_newer", "format 2");
});

test("a database that lacks a part is refused as damaged", async () => {
  const dataDir = folders.copy();
  for (const part of ["PG_VERSION", "global", "pg_wal"]) {
    const path = join(dataDir, "postgres/data", part);
    renameSync(path, `${path}.away`);
    await expectFault(dataDir, "data_folder_corrupt", part);
    renameSync(`${path}.away`, path);
  }
  const database = await startEmbedded({ dataDir, log: silent });
  await database.stop();
});

test("a database whose content is damaged is refused with PostgreSQL's reason", async () => {
  const dataDir = folders.copy();
  writeFileSync(join(dataDir, "postgres/data/global/pg_control"), "");
  await expectFault(dataDir, "database_not_started", "pg_control");
});

test("a first start that was interrupted is done again", async () => {
  const dataDir = folders.fresh();
  const unfinished = join(dataDir, "postgres/initialising-1");
  mkdirSync(join(unfinished, "base"), { recursive: true });
  writeFileSync(join(dataDir, "althing.json.next"), '{ "prod');
  const marker = { product: "althing", formatVersion: 1, createdAt: "2026-11-01T00:00:00.000Z" };
  writeFileSync(join(dataDir, "althing.json"), JSON.stringify(marker));
  const database = await startEmbedded({ dataDir, log: silent });
  expect(await query(database, "SELECT 1")).toEqual([1]);
  expect(existsSync(unfinished)).toBe(false);
  await database.stop();
});

test("a platform that PostgreSQL is not built for is told of DATABASE_URL", () => {
  expect(() => findBinaries(folders.fresh(), undefined, "plan9-mips")).toThrow(StartupFault);
  expect(() => findBinaries(folders.fresh(), undefined, "plan9-mips")).toThrow("Set DATABASE_URL");
});

test("a folder that cannot be made is named", async () => {
  const file = folders.fresh();
  writeFileSync(file, "");
  await expectFault(join(file, "althing"), "data_folder_not_writable", file);
});

test.if(isRoot)("as root, a folder that PostgreSQL's user cannot reach is named", async () => {
  const closed = folders.fresh();
  mkdirSync(closed);
  chmodSync(closed, 0o700);
  await expectFault(join(closed, "althing"), "data_folder_closed", `chmod o+x ${closed}`);
});

test.if(isRoot && process.platform === "linux")(
  "a full disk is told, and a start with more room succeeds",
  async () => {
    const disk = folders.fresh();
    mkdirSync(disk);
    const mount = (...options: string[]) => Bun.spawnSync(["mount", "-t", "tmpfs", ...options, "tmpfs", disk]).success;
    if (!mount("-o", "size=16m")) return;
    try {
      await expectFault(join(disk, "althing"), "disk_full", "is full");
      mount("-o", "remount,size=256m");
      const database = await startEmbedded({ dataDir: join(disk, "althing"), log: silent });
      await database.stop();
    } finally {
      Bun.spawnSync(["umount", disk]);
    }
  },
);
