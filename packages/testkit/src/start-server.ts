// A real server on a database of its own, listening on a free port.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EventEnvelope, FeedName } from "@althing/contract";
import { type Server, startServer as start } from "@althing/server";
import { readConfig } from "@althing/server/config";
import { readAfter } from "@althing/server/feeds";
import { createLog } from "@althing/server/telemetry";
import { cloneDatabase } from "./postgres.ts";

export type TestServer = Server & {
  /** Lines that the server logged, to assert on what is (not) in them. */
  readonly logLines: string[];
  readonly dataDir: string;
  readonly databaseUrl: string;
  /** What a feed's log holds after a number, as followers get it. */
  eventsOf(feed: FeedName, after?: number): Promise<LoggedEvent[]>;
  /** Stops the server and throws its database away. */
  dispose(): Promise<void>;
};

export type LoggedEvent = EventEnvelope & { data: Record<string, unknown> };

export type TestServerOptions = {
  /** Settings by name, such as `ALTHING_SIGNUP`. */
  settings?: Record<string, string>;
  clock?: () => Date;
};

const cheapPasswords = { memoryKiB: 64, timeCost: 1 };

/** Starts a server; signing up is open and nobody is slowed down, unless told. */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const database = await cloneDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), "althing-data-"));
  const env = {
    ALTHING_ENV: "test",
    ALTHING_DATA_DIR: dataDir,
    ALTHING_SIGNUP: "open",
    ALTHING_RATE_LIMITS: "off",
    ALTHING_LOG_LEVEL: "debug",
    DATABASE_URL: database.url,
    PORT: "0",
    ...options.settings,
  };
  const logLines: string[] = [];
  const config = readConfig({ env, argv: [] });
  const log = createLog({
    level: config.log.level,
    destination: { write: (line: string) => void logLines.push(line) },
  });
  const server = await start({ config, log, clock: options.clock, sweepMs: 250, passwordCost: cheapPasswords });
  return Object.assign(server, {
    logLines,
    dataDir,
    databaseUrl: database.url,
    async eventsOf(feed: FeedName, after = 0) {
      const read = server.database.query((session) => readAfter(session, feed, after, Number.MAX_SAFE_INTEGER, 1_000));
      return (await read).map(({ text }) => JSON.parse(text) as LoggedEvent);
    },
    async dispose() {
      await server.stop();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  });
}
