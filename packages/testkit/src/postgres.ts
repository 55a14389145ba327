// One PostgreSQL for all tests, made once; each test file gets a database of its own, cloned from a migrated template.
import { createHash, randomBytes } from "node:crypto";
import { Database, migrateJobs, migrateUp, migrations } from "@althing/server/migrations";
import { createLog } from "@althing/server/telemetry";
import { Client } from "pg";
import { adminVariable, startTestPostgres } from "./start-postgres.ts";

const templateLock = 4_711;

let shared: Promise<string> | undefined;

function adminUrl(): Promise<string> {
  shared ??= (async () => {
    const given = process.env[adminVariable];
    if (given) return given;
    return (await startTestPostgres()).adminUrl;
  })();
  return shared;
}

/** A fresh database with all migrations applied. */
export async function cloneDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const admin = await adminUrl();
  const template = await ensureTemplate(admin);
  const name = `test_${randomBytes(6).toString("hex")}`;
  await onServer(admin, (client) => client.query(`create database ${name} template ${template} owner althing`));
  return {
    url: withDatabase(admin, name),
    drop: () =>
      onServer(admin, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

let templateMade: Promise<string> | undefined;

function ensureTemplate(admin: string): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify(migrations)).digest("hex").slice(0, 12);
  const name = `template_${hash}`;
  templateMade ??= onServer(admin, async (client) => {
    await client.query(`select pg_advisory_lock(${templateLock})`);
    const { rowCount } = await client.query("select 1 from pg_database where datname = $1", [name]);
    if (rowCount === 0) {
      await client.query(`create database ${name}_building owner althing`);
      await migrate(withDatabase(admin, `${name}_building`));
      await client.query(`alter database ${name}_building rename to ${name}`);
    }
    await client.query(`select pg_advisory_unlock(${templateLock})`);
    return name;
  });
  return templateMade;
}

async function migrate(url: string): Promise<void> {
  const log = createLog({ level: "warn" });
  const database = new Database({ connection: { connectionString: url }, poolSize: 2, log });
  await migrateJobs(database);
  await migrateUp(database, migrations);
  await database.close();
}

async function onServer<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const withDatabase = (url: string, name: string): string => url.replace(/\/postgres(?=\?|$)/, `/${name}`);
