/**
 * The root of all signatures lies in the database, sealed like any other secret: so sessions outlive every rotation of the
 * keys that seal. It is wrapped anew after all other texts, so the key that it is under is one that nothing is older than;
 * and a start with other keys is noticed by it, before anything is read or sealed with them.
 */
import { randomBytes } from "node:crypto";
import { type Database, defineMigration, defineStatement } from "../database/index.ts";
import { StartupFault } from "../startup-fault.ts";
import { defineSealed } from "./sealed-column.ts";
import { keyIdOf, type Sealer } from "./sealer.ts";

export const secretMigrations = [
  defineMigration("secrets.001_signing_root", {
    up: ["create table signing_root (id smallint primary key check (id = 1), root text not null)"],
    down: ["drop table signing_root"],
  }),
];

export const signingRoot = defineSealed("signing root", { table: "signing_root", column: "root" });
const row = "1";

const select = defineStatement("secrets.select_root", "select root from signing_root");
const insert = defineStatement(
  "secrets.insert_root",
  "insert into signing_root (id, root) values (1, $1) on conflict do nothing",
);
const update = defineStatement("secrets.update_root", "update signing_root set root = $1");

/** The root that the database holds; where it holds none, the given one from now on. */
export async function keepSigningRoot(database: Database, sealer: Sealer, given: Uint8Array): Promise<Uint8Array> {
  const sealed = (await selectRoot(database)) ?? (await insertRoot(database, seal(sealer, given)));
  try {
    return new Uint8Array(Buffer.from(signingRoot.open(sealer, row, sealed), "base64url"));
  } catch {
    throw new StartupFault(
      "secrets_mismatch",
      `The keys are not those that the database was written with: it needs the key ${keyIdOf(sealed)}. ` +
        "Restore ALTHING_MASTER_KEY, the file of ALTHING_MASTER_KEY_FILE, or secrets.json in the data directory; " +
        "an older key stands after the newer ones.",
    );
  }
}

/** Signs by a new root once the servers have read it. */
export async function drawSigningRoot(database: Database, sealer: Sealer): Promise<void> {
  await database.query((session) => session.query(update, [seal(sealer, randomBytes(32))]));
}

/** The key that nothing is older than. */
export async function findSettledKeyId(database: Database): Promise<string | undefined> {
  const sealed = await selectRoot(database);
  return sealed && keyIdOf(sealed);
}

const seal = (sealer: Sealer, root: Uint8Array) =>
  signingRoot.seal(sealer, row, Buffer.from(root).toString("base64url"));

async function selectRoot(database: Database): Promise<string | undefined> {
  const [found] = await database.query((session) => session.query<{ root: string }>(select));
  return found?.root;
}

/** Of two servers that start first, one gives the root. */
async function insertRoot(database: Database, sealed: string): Promise<string> {
  await database.query((session) => session.query(insert, [sealed]));
  return (await selectRoot(database)) ?? sealed;
}
