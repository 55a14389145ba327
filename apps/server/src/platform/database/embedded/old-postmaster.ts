/** A PostgreSQL that outlived a killed Althing is stopped before a new one starts on its files. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { databaseNotStarted } from "./faults.ts";
import type { Log } from "./log-lines.ts";

const FAST_STOP_MS = 1_000;
const IMMEDIATE_STOP_MS = 10_000;

/** The caller holds the data folder, so a PostgreSQL that runs on it belongs to nobody. */
export async function stopOldPostmaster(dataFolder: string, log: Log): Promise<void> {
  const pidFile = join(dataFolder, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, "utf8"), 10);
  if (!isAlive(pid)) return;
  // PostgreSQL would believe a file whose process id now belongs to an unrelated process, and refuse to start.
  if (!isPostmasterOf(dataFolder, pid)) return rmSync(pidFile, { force: true });
  log("warn", `Stopping the PostgreSQL (process ${pid}) that an Althing which was killed left behind.`);
  const isGone = () => !isPostmasterOf(dataFolder, pid);
  signal(pid, "SIGINT");
  if (await isSoon(isGone, FAST_STOP_MS)) return;
  signal(pid, "SIGQUIT");
  if (await isSoon(isGone, IMMEDIATE_STOP_MS)) return;
  throw databaseNotStarted(`the one that an earlier Althing left behind (process ${pid}) does not stop`);
}

function signal(pid: number, name: "SIGINT" | "SIGQUIT") {
  try {
    process.kill(pid, name);
  } catch {
    // It ended a moment ago.
  }
}

async function isSoon(condition: () => boolean, limitMs: number) {
  for (const end = performance.now() + limitMs; performance.now() < end; await Bun.sleep(5)) {
    if (condition()) return true;
  }
  return false;
}

function isAlive(pid: number) {
  try {
    // Number zero would ask about our own process group.
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** A zombie, which nobody may ever reap in a container, has no command any more. */
function isPostmasterOf(dataFolder: string, pid: number) {
  return commandOf(pid).includes(`-D ${dataFolder} `);
}

function commandOf(pid: number) {
  if (process.platform !== "linux")
    return Bun.spawnSync(["ps", "-ww", "-o", "command=", "-p", `${pid}`]).stdout.toString();
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}
