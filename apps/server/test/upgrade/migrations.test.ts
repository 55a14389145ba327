/** The database's shape through the versions: up, down and up again; two servers at once; one that is too old. */
import { afterAll, beforeEach, expect, test } from "bun:test";
import { cloneDatabase, temporaryDataDir } from "@althing/testkit";
import { migrations } from "../../src/migrations.ts";
import {
  Database,
  defineMigration,
  migrateDown,
  migrateUp,
  migrationStates,
} from "../../src/platform/database/index.ts";
import { createLog } from "../../src/platform/telemetry/index.ts";
import { runProgram } from "../program.ts";

type Cloned = Awaited<ReturnType<typeof cloneDatabase>> & { database: Database };
const opened: Cloned[] = [];
let database: Database;
let url: string;

const open = (connectionString: string): Database =>
  new Database({ connection: { connectionString }, poolSize: 2, log: createLog({ level: "silent" }) });

beforeEach(async () => {
  const cloned = await cloneDatabase();
  database = open(cloned.url);
  url = cloned.url;
  opened.push({ ...cloned, database });
});
afterAll(async () => {
  for (const one of opened) {
    await one.database.close();
    await one.drop();
  }
});

const ask = async (text: string): Promise<unknown[]> => (await database.pool.query(text)).rows;

/** Everything that a migration can make, in a stable order and in words. */
async function shape(): Promise<unknown> {
  const ours = "table_schema = 'public'";
  const [columns, indexes, constraints, functions, triggers, types] = await Promise.all([
    ask(`select table_name, column_name, data_type, udt_name, is_nullable, column_default, is_identity, generation_expression, collation_name
         from information_schema.columns where ${ours} order by table_name, column_name`),
    ask("select indexname, indexdef from pg_indexes where schemaname = 'public' order by indexname"),
    ask(`select conrelid::regclass::text as on, conname, pg_get_constraintdef(oid) as says from pg_constraint
         where connamespace = 'public'::regnamespace order by 1, 2, 3`),
    ask(`select proname, pg_get_functiondef(p.oid) as says from pg_proc p
         where pronamespace = 'public'::regnamespace and prokind = 'f' order by 1, 2`),
    ask(
      "select tgrelid::regclass::text as on, pg_get_triggerdef(oid) as says from pg_trigger where not tgisinternal and tgrelid::regclass::text not like 'graphile%' order by 1, 2",
    ),
    ask("select typname from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd') order by 1"),
  ]);
  return { columns, indexes, constraints, functions, triggers, types };
}

test("up, all the way down, and up again leaves the same shape, and nothing between", async () => {
  await migrateDown(database, migrations, migrations.length);
  await migrateUp(database, migrations);
  const before = await shape();
  const taken = await migrateDown(database, migrations, 1_000);
  expect(taken).toEqual(migrations.map(({ name }) => name).reverse());
  const left = await ask("select table_name from information_schema.tables where table_schema = 'public'");
  expect(left).toEqual([{ table_name: "migrations" }]);
  expect(await migrateUp(database, migrations)).toEqual(migrations.map(({ name }) => name));
  expect(await shape()).toEqual(before);
});

test("each step down undoes its step up, and no more", async () => {
  await migrateDown(database, migrations, migrations.length);
  const shapes: unknown[] = [];
  for (let count = 1; count <= migrations.length; count++) {
    shapes.push(await shape());
    await migrateUp(database, migrations.slice(0, count));
  }
  for (let count = migrations.length; count > 0; count--) {
    await migrateDown(database, migrations.slice(0, count), 1);
    expect({ without: migrations[count - 1]?.name, shape: await shape() }).toEqual({
      without: migrations[count - 1]?.name,
      shape: shapes[count - 1],
    });
  }
});

test("two servers that start at once take turns", async () => {
  await migrateDown(database, migrations, migrations.length);
  const other = open(url);
  const [mine, theirs] = await Promise.all([migrateUp(database, migrations), migrateUp(other, migrations)]);
  await other.close();
  expect([mine.length, theirs.length].sort((one, two) => one - two)).toEqual([0, migrations.length]);
  const states = await migrationStates(database, migrations);
  expect(states.every(({ appliedAt }) => appliedAt)).toBe(true);
});

test("a step that fails says why, leaves nothing behind, and holds nobody up", async () => {
  const wrong = defineMigration("later.001_wrong", {
    up: ["create table half_made (id int)", "create table half_made_too (id nonsense)"],
    down: [],
  });
  const before = await shape();
  await expect(migrateUp(database, [...migrations, wrong])).rejects.toThrow("nonsense");
  expect(await shape()).toEqual(before);
  const other = open(url);
  expect(await migrateUp(other, migrations)).toEqual([]);
  await other.close();
});

test("a database of a newer version is refused in words, and stays as it is", async () => {
  const later = defineMigration("later.001_telepathy", { up: ["create table thoughts (id int)"], down: [] });
  const refused = { code: "database_newer", exitCode: 78 };
  await migrateUp(database, [...migrations, later]);
  await expect(migrateUp(database, migrations)).rejects.toMatchObject(refused);
  await expect(migrateDown(database, migrations, 1)).rejects.toMatchObject(refused);
  // As a newer version would leave its queue, too.
  await database.pool.query("insert into graphile_worker.migrations (id, ts, breaking) values (1000, now(), true)");
  const before = { shape: await shape(), states: await ask("select * from migrations order by position") };
  const { dataDir, remove } = temporaryDataDir();
  const settings = { DATABASE_URL: url, PORT: "0", ALTHING_DATA_DIR: dataDir };
  for (const verb of ["start", "migrate", "rollback --yes"]) {
    const { code, printed } = await runProgram(verb.split(" "), settings);
    expect([verb, code, printed]).toEqual([verb, 78, expect.stringContaining("later.001_telepathy")]);
    expect(printed).not.toMatch(/\n\s+at /);
  }
  remove();
  expect({ shape: await shape(), states: await ask("select * from migrations order by position") }).toEqual(before);
}, 30_000);
