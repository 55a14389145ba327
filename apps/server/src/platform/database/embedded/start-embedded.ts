/** Althing's own PostgreSQL: made at the first start, run beside the server, reached through a socket in the data folder. */
import { chmodSync, chownSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { findBinaries } from "./binaries.ts";
import { claimDataFolder } from "./data-folder.ts";
import { dataFolderClosed, faultBehind } from "./faults.ts";
import { ensureCluster } from "./initialise-cluster.ts";
import type { Log } from "./log-lines.ts";
import { findClosedFolder, findOwner } from "./owner.ts";
import { type Exit, type StopMode, startPostmaster } from "./postmaster.ts";
import { type ServerSettings, serverSettings } from "./server-settings.ts";
import { createSocketFolder } from "./socket-folder.ts";

export type EmbeddedOptions = {
  dataDir: string;
  log: Log;
  /** PostgreSQL settings that differ from ours. */
  settings?: ServerSettings;
};

export type EmbeddedDatabase = {
  connection: { host: string; port: number; user: string; password: string; database: string };
  url: string;
  /** As the superuser, for what the server itself never needs: making and dropping databases. */
  adminUrl: string;
  pid: number;
  stop(mode?: StopMode): Promise<void>;
  /** Calls the listener when PostgreSQL ends without having been asked to. */
  onExit(listener: (exit: Exit) => void): void;
};

const PORT = 5432;

/** Holds the data folder until stopped, so that a second Althing on it is refused. Throws a StartupFault. */
export async function startEmbedded({ dataDir, log, settings = {} }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  try {
    const folder = claimDataFolder(dataDir);
    try {
      return await start(folder.path, log, settings, folder.release);
    } catch (error) {
      folder.release();
      throw error;
    }
  } catch (error) {
    throw faultBehind(error, dataDir);
  }
}

async function start(
  dataDir: string,
  log: Log,
  settings: ServerSettings,
  release: () => void,
): Promise<EmbeddedDatabase> {
  const databaseFolder = join(dataDir, "postgres");
  const owner = openDatabaseFolder(dataDir, databaseFolder);
  const binaries = findBinaries(databaseFolder, owner);
  const cluster = await ensureCluster({ databaseFolder, binaries, owner, log });
  const host = createSocketFolder(databaseFolder, PORT, owner);
  const postmaster = await startPostmaster({
    binaries,
    owner,
    log,
    dataFolder: cluster.folder,
    settings: { ...serverSettings, port: `${PORT}`, unix_socket_directories: host, ...settings },
  });
  const connection = { host, port: PORT, user: "althing", password: cluster.password, database: "althing" };
  return {
    connection,
    url: toUrl(connection),
    adminUrl: toUrl({ ...connection, user: "postgres", database: "postgres" }),
    pid: postmaster.pid,
    onExit: postmaster.onExit,
    async stop(mode) {
      await postmaster.stop(mode);
      rmSync(host, { recursive: true, force: true });
      release();
    },
  };
}

/** As root: gives the folder to the unprivileged owner, and lets that owner pass through the data folder, not read it. */
function openDatabaseFolder(dataDir: string, databaseFolder: string) {
  mkdirSync(databaseFolder, { recursive: true, mode: 0o700 });
  const owner = findOwner(databaseFolder);
  if (!owner) return undefined;
  chmodSync(dataDir, (statSync(dataDir).mode & 0o777) | 0o111);
  chownSync(databaseFolder, owner.uid, owner.gid);
  const closedFolder = findClosedFolder(databaseFolder, owner);
  if (closedFolder) throw dataFolderClosed(databaseFolder, closedFolder, owner.uid);
  return owner;
}

function toUrl({ host, port, user, password, database }: EmbeddedDatabase["connection"]) {
  return `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}
