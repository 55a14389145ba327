import { assemble } from "../assembly.ts";
import { type Config, readConfig } from "../config.ts";
import type { Kernel } from "../kernel/kernel.ts";
import { migrations } from "../migrations.ts";
import { Database, migrationStates } from "../platform/database/index.ts";
import { openDatabase } from "../platform/database/open.ts";
import { StartupFault } from "../platform/startup-fault.ts";
import { createLog, type Log } from "../platform/telemetry/index.ts";

export type Verb = {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  run(argv: readonly string[]): Promise<number>;
};

export const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Parts the verb's own words from the settings' flags. */
export function splitFlags(argv: readonly string[]): { words: string[]; flags: string[] } {
  const flags: string[] = [];
  const words: string[] = [];
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? "";
    if (!word.startsWith("--")) words.push(word);
    else if (word.includes("=")) flags.push(word);
    else flags.push(word, argv[++index] ?? "");
  }
  return { words, flags };
}

/** The same with the kernel and its modules over it, to act as the system does. */
export function withKernel<T>(flags: readonly string[], work: (kernel: Kernel) => Promise<T>): Promise<T> {
  return withDatabase(flags, async ({ config, database, log }) => {
    await requireMigrated(database);
    const publicUrl = config.http.publicUrl ?? `http://${config.http.host}:${config.http.port}`;
    const { kernel } = await assemble({ config: () => config, publicUrl: () => publicUrl, database, log });
    return work(kernel);
  });
}

/** `isAlone`: no server runs on the database, and none can start before the verb ends. */
export type DatabaseParts = { config: Config; database: Database; log: Log; isAlone: boolean };

/** Opens the installation's database for a verb: the running server's, or one that lives as long as the verb. */
export async function withDatabase<T>(
  flags: readonly string[],
  work: (parts: DatabaseParts) => Promise<T>,
): Promise<T> {
  const config = readConfig({ argv: [...flags] });
  const log = createLog({ level: "warn" });
  const opened = await openDatabase({ dataDir: config.dataDir, url: config.database.url, join: true }, log);
  const database = new Database({ connection: { connectionString: opened.url }, poolSize: 2, log });
  try {
    return await work({ config, database, log, isAlone: opened.isAlone });
  } finally {
    await database.close();
    await opened.close();
  }
}

export async function requireMigrated(database: Database): Promise<void> {
  const states = await migrationStates(database, migrations);
  if (states.every(({ appliedAt }) => appliedAt)) return;
  const advice = "Run `althing migrate`, or start the server.";
  throw new StartupFault("database_older", `The database is not of this version's shape yet. ${advice}`, 78);
}

/** Takes a verb's own flag out of those that are settings. */
export function takeFlag(flags: readonly string[], name: string): { value: string | undefined; rest: string[] } {
  const index = flags.findIndex((flag) => flag === name || flag.startsWith(`${name}=`));
  const flag = flags[index];
  if (flag === undefined) return { value: undefined, rest: [...flags] };
  const joined = flag.startsWith(`${name}=`);
  const value = joined ? flag.slice(name.length + 1) : flags[index + 1];
  return { value, rest: flags.toSpliced(index, joined ? 1 : 2) };
}
