// Migrations go up and down by hand or at start, one process at a time, each in a transaction of its own.
import { StartupFault } from "../startup-fault.ts";
import type { Database } from "./database.ts";
import { defineStatement, type Session } from "./session.ts";

/** A step of one module's tables. Steps run in the modules' order, then by name; a step once released never changes. */
export type Migration = { readonly name: string; readonly up: readonly string[]; readonly down: readonly string[] };

export const defineMigration = (
  name: string,
  steps: { up: readonly string[]; down: readonly string[] },
): Migration => ({
  name,
  ...steps,
});

export type MigrationState = { name: string; appliedAt: Date | undefined };

/** It holds steps that this version does not know, so nothing here can tell what they changed. */
const newerDatabase = (unknown: readonly string[]) =>
  new StartupFault(
    "database_newer",
    `The database was changed by a newer version of Althing (${unknown.join(", ")}). Run that version, or restore a backup made by this one.`,
    78,
  );

const migrationLock = 7_239_845;
const listApplied = defineStatement("migrations.list", "select name, applied_at from migrations order by position");
const insertApplied = defineStatement("migrations.insert", "insert into migrations (name) values ($1)");
const deleteApplied = defineStatement("migrations.delete", "delete from migrations where name = $1");

export async function migrationStates(database: Database, known: readonly Migration[]): Promise<MigrationState[]> {
  return database.query(async (session) => {
    const applied = await appliedNames(session);
    return known.map(({ name }) => ({ name, appliedAt: applied.get(name) }));
  });
}

/** Applies what is missing and gives its names. */
export async function migrateUp(database: Database, known: readonly Migration[]): Promise<string[]> {
  return locked(
    database,
    async (session) => {
      const applied = await appliedNames(session);
      const missing = known.filter(({ name }) => !applied.has(name));
      for (const migration of missing) await step(session, migration.up, insertApplied, migration.name);
      return missing.map(({ name }) => name);
    },
    known,
  );
}

/** Takes back the newest `count` steps and gives their names. */
export async function migrateDown(database: Database, known: readonly Migration[], count: number): Promise<string[]> {
  return locked(
    database,
    async (session) => {
      const names = [...(await appliedNames(session)).keys()].reverse().slice(0, count);
      for (const name of names) {
        const migration = known.find((one) => one.name === name);
        if (migration) await step(session, migration.down, deleteApplied, name);
      }
      return names;
    },
    known,
  );
}

async function locked<T>(
  database: Database,
  work: (session: Session) => Promise<T>,
  known: readonly Migration[],
): Promise<T> {
  return database.query(async (session) => {
    await session.run("set statement_timeout = 0; set lock_timeout = 0");
    await session.run(`select pg_advisory_lock(${migrationLock})`);
    try {
      const names = new Set(known.map(({ name }) => name));
      const unknown = [...(await appliedNames(session)).keys()].filter((name) => !names.has(name));
      if (unknown.length > 0) throw newerDatabase(unknown);
      return await work(session);
    } finally {
      await session.run(`select pg_advisory_unlock(${migrationLock})`);
      await session.run("reset statement_timeout; reset lock_timeout");
    }
  });
}

async function step(session: Session, statements: readonly string[], record: typeof insertApplied, name: string) {
  await session.run("begin");
  try {
    for (const statement of statements) await session.run(statement);
    await session.query(record, [name]);
    await session.run("commit");
  } catch (error) {
    // What follows, such as giving back the lock, must not run into the failed transaction.
    await session.run("rollback");
    throw error;
  }
}

async function appliedNames(session: Session): Promise<Map<string, Date>> {
  await session.run(
    "create table if not exists migrations (position int generated always as identity primary key, name text not null unique, applied_at timestamptz not null default now())",
  );
  const rows = await session.query<{ name: string; applied_at: Date }>(listApplied);
  return new Map(rows.map((row) => [row.name, row.applied_at]));
}
