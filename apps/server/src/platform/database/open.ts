// Where the database is: the one named by DATABASE_URL, or the embedded one, which lives and dies with the server.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartupFault } from "../startup-fault.ts";
import type { Log } from "../telemetry/index.ts";
import { claimDataFolder } from "./embedded/data-folder.ts";
import { startEmbedded } from "./embedded/start-embedded.ts";
import { requireReachable } from "./reachable.ts";

export type OpenedDatabase = {
  readonly url: string;
  /** Nobody else can be on it: it was started here, on a folder that is held here. */
  readonly isAlone: boolean;
  close(): Promise<void>;
};

export type DatabasePlace = {
  dataDir: string;
  url: string | undefined;
  /** Uses the database of a server that is running on the folder, instead of being refused. */
  join?: boolean;
};

/** What PostgreSQL says day by day is for those who debug; an error of a statement is told by whoever sent it. */
const tell =
  (log: Log) =>
  (level: "debug" | "info" | "warn" | "error", message: string): void => {
    const isOurs = level === "info" || message.startsWith("ERROR:") || message.startsWith("STATEMENT:");
    log[isOurs ? "debug" : level]({ from: "postgres" }, message);
  };

const nothing = async () => undefined;

export async function openDatabase(place: DatabasePlace, log: Log): Promise<OpenedDatabase> {
  const { dataDir, url, join: mayJoin = false } = place;
  if (url !== undefined) {
    await requireReachable(url);
    if (mayJoin) return { url, isAlone: false, close: nothing };
    const claim = claimDataFolder(dataDir);
    return { url, isAlone: false, close: async () => claim.release() };
  }
  const addressFile = join(dataDir, "postgres", "address");
  try {
    const embedded = await keepEmbedded(dataDir, log);
    writeFileSync(addressFile, embedded.url, { mode: 0o600 });
    return {
      url: embedded.url,
      isAlone: true,
      async close() {
        rmSync(addressFile, { force: true });
        await embedded.close();
      },
    };
  } catch (error) {
    const isRunning = error instanceof StartupFault && error.code === "data_folder_in_use";
    if (mayJoin && isRunning && existsSync(addressFile))
      return { url: readFileSync(addressFile, "utf8"), isAlone: false, close: nothing };
    throw error;
  }
}

/** The embedded database, started again whenever it ends by itself: at the same address, so that connections find it. */
async function keepEmbedded(dataDir: string, log: Log): Promise<Omit<OpenedDatabase, "isAlone">> {
  const start = async () => {
    const started = await startEmbedded({ dataDir, log: tell(log) });
    started.onExit((exit) => {
      log.error(exit, "PostgreSQL ended by itself; it is started again");
      running = started.stop().then(start);
    });
    return started;
  };
  let running = start();
  return {
    url: (await running).url,
    async close() {
      await (await running).stop();
    },
  };
}
