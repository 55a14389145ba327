/** The folder an installation keeps its things in: recognised by althing.json, used by one process at a time. */
import { Database, SQLiteError } from "bun:sqlite";
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { dataFolderCorrupt, dataFolderForeign, dataFolderInUse, dataFolderNewer } from "./faults.ts";
import { replaceFile } from "./replace-file.ts";

const FORMAT_VERSION = 1;
const Marker = z.object({ product: z.literal("althing"), formatVersion: z.int(), createdAt: z.iso.datetime() });

export type DataFolder = { path: string; release(): void };

/** Makes the folder if need be and holds it for this process; a folder that is not ours is left untouched. */
export function claimDataFolder(path: string): DataFolder {
  mkdirSync(dirname(path), { recursive: true });
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const folder = realpathSync(path);
  const marker = findMarker(folder);
  if (!marker && !readdirSync(folder).every(mayStandInNewFolder)) throw dataFolderForeign(folder);
  if (marker && marker.formatVersion > FORMAT_VERSION) {
    throw dataFolderNewer(folder, `format ${marker.formatVersion}`, `formats up to ${FORMAT_VERSION}`);
  }
  const lock = takeLock(folder);
  if (!marker) {
    const fresh = { product: "althing", formatVersion: FORMAT_VERSION, createdAt: new Date().toISOString() };
    replaceFile(join(folder, "althing.json"), `${JSON.stringify(fresh, null, 2)}\n`);
  }
  return { path: folder, release: lock.release };
}

function findMarker(folder: string) {
  const path = join(folder, "althing.json");
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
  try {
    return Marker.parse(JSON.parse(text));
  } catch {
    throw dataFolderCorrupt(folder, "its althing.json is not what Althing wrote");
  }
}

/** The operator's settings, what a start that was interrupted left, and what a freshly made file system contains. */
function mayStandInNewFolder(name: string) {
  return name.startsWith("althing.") || name === "lost+found";
}

/**
 * SQLite's is the one lock of the kernel that Bun offers. It ends with the process however that ends, so it is never
 * stale, and it holds between containers that share the folder, where process ids mean nothing.
 */
function takeLock(folder: string) {
  const pidFile = join(folder, "althing.pid");
  const lock = new Database(join(folder, "althing.lock"));
  try {
    lock.run("PRAGMA busy_timeout = 0");
    lock.run("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (error instanceof SQLiteError && error.code === "SQLITE_BUSY") throw dataFolderInUse(folder, readPid(pidFile));
    throw error;
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return {
    release() {
      rmSync(pidFile, { force: true });
      lock.close();
    },
  };
}

function readPid(pidFile: string) {
  try {
    return readFileSync(pidFile, "utf8").trim();
  } catch {
    return "";
  }
}
