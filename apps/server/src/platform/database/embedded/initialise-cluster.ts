/** Makes the database's files the first time, and looks at them every other time. */
import { chownSync, existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Binaries, POSTGRES_MAJOR } from "./binaries.ts";
import {
  databaseNotStarted,
  dataFolderCorrupt,
  dataFolderNewer,
  dataFolderOlder,
  diskFull,
  noBinaries,
} from "./faults.ts";
import { type Log, logLines } from "./log-lines.ts";
import type { Owner } from "./owner.ts";
import { renameDurably, replaceFile } from "./replace-file.ts";

export type Cluster = { folder: string; password: string };

type Place = { databaseFolder: string; binaries: Binaries; owner: Owner | undefined; log: Log };

const UNFINISHED = "initialising-";

/**
 * All is made in a folder of another name, which becomes `data` in one step: `data` is whole or absent. Each attempt has
 * its own name, since an initdb that outlived a killed Althing may still be writing to the last one.
 */
export async function ensureCluster(place: Place): Promise<Cluster> {
  const { databaseFolder, owner } = place;
  const folder = join(databaseFolder, "data");
  const passwordFile = join(databaseFolder, "password");
  for (const name of readdirSync(databaseFolder).filter((name) => name.startsWith(UNFINISHED))) {
    rmSync(join(databaseFolder, name), { recursive: true, force: true });
  }
  if (existsSync(folder)) {
    requireUsable(folder);
    if (!existsSync(passwordFile)) throw dataFolderCorrupt(databaseFolder, "its file named password is gone");
    return { folder, password: readFileSync(passwordFile, "utf8").trim() };
  }
  const password = crypto.getRandomValues(new Uint8Array(32)).toHex();
  replaceFile(passwordFile, `${password}\n`, 0o600);
  if (owner) chownSync(passwordFile, owner.uid, owner.gid);
  const unfinished = join(databaseFolder, UNFINISHED + crypto.randomUUID());
  try {
    await createCluster(place, unfinished, passwordFile);
    await createDatabase(place, unfinished, password);
    renameDurably(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return { folder, password };
}

function requireUsable(folder: string) {
  for (const part of ["PG_VERSION", "global/pg_control", "base", "pg_wal"]) {
    if (!existsSync(join(folder, part))) throw dataFolderCorrupt(folder, `${part} is missing`);
  }
  const version = readFileSync(join(folder, "PG_VERSION"), "utf8").trim();
  if (Number(version) > POSTGRES_MAJOR)
    throw dataFolderNewer(folder, `PostgreSQL ${version}`, `PostgreSQL ${POSTGRES_MAJOR}`);
  if (Number(version) !== POSTGRES_MAJOR) throw dataFolderOlder(folder, version, POSTGRES_MAJOR);
}

/** The built-in provider sorts the same on every machine and version; the ctype lets full text search know letters. */
function createCluster({ binaries, ...place }: Place, folder: string, passwordFile: string) {
  return run(place, [
    binaries.initdb,
    ...["--pgdata", folder, "--username", "postgres", "--pwfile", passwordFile, "--auth", "scram-sha-256"],
    ...["--encoding", "UTF8", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C"],
    ...["--lc-ctype", process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8"],
    ...["--data-checksums", "--no-instructions"],
  ]);
}

/** Through standard input of a single-user server: neither a process list nor a log ever shows the password. */
function createDatabase({ binaries, ...place }: Place, folder: string, password: string) {
  const statements = [
    `CREATE ROLE althing LOGIN PASSWORD '${password}'`,
    "GRANT pg_monitor TO althing",
    "CREATE DATABASE althing OWNER althing",
  ];
  const command = [binaries.postgres, "--single", "-D", folder, "-c", "exit_on_error=true"];
  const quiet = ["-c", "log_min_error_statement=panic", "-c", "log_checkpoints=off"];
  return run(place, [...command, ...quiet, "postgres"], `${statements.join(";\n")};\n`);
}

async function run({ databaseFolder, owner, log }: Omit<Place, "binaries">, command: string[], input = "") {
  let lastLine = "";
  let isDiskFull = false;
  const child = spawn(command, databaseFolder, owner, input);
  await logLines(child.stderr, log, (line) => {
    lastLine = line;
    isDiskFull ||= line.includes("No space left on device");
  });
  const exitCode = await child.exited;
  if (isDiskFull) throw diskFull(databaseFolder);
  if (exitCode !== 0) throw databaseNotStarted(lastLine);
}

function spawn(command: string[], cwd: string, owner: Owner | undefined, input: string) {
  try {
    return Bun.spawn(command, { cwd, env: {}, stdin: Buffer.from(input), stdout: "ignore", stderr: "pipe", ...owner });
  } catch (error) {
    throw noBinaries(`${command[0]} does not run on this machine (${error})`);
  }
}
