// Where the database is: the one named by DATABASE_URL, or the embedded one, which lives and dies with the server.
import type { Log } from "../telemetry/index.ts";
import { claimDataFolder } from "./embedded/data-folder.ts";
import { startEmbedded } from "./embedded/start-embedded.ts";

export type OpenedDatabase = { readonly url: string; close(): Promise<void> };

export async function openDatabase(
  place: { dataDir: string; url: string | undefined },
  log: Log,
): Promise<OpenedDatabase> {
  if (place.url !== undefined) {
    const claim = claimDataFolder(place.dataDir);
    return { url: place.url, close: async () => claim.release() };
  }
  const embedded = await startEmbedded({
    dataDir: place.dataDir,
    log: (level, message) => log[level]({ from: "postgres" }, message),
  });
  return { url: embedded.url, close: () => embedded.stop() };
}
