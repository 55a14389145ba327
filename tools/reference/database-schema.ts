// The tables of a freshly migrated database, as a diagram.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@althing/server/embedded";
import { Database, migrateJobs, migrateUp, migrations } from "@althing/server/migrations";
import { createLog } from "@althing/server/telemetry";
import { Client } from "pg";
import { code, mermaid, table } from "./markdown.ts";

type Column = { table: string; name: string; type: string; keys: string[] };
type Arrow = { from: string; to: string; columns: string };

/** Partitions are left out: they are made day by day. */
const ownTables = "c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition";

const selectColumns = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
    array_remove(array[
      case when exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any (k.conkey)) then 'PK' end,
      case when exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any (k.conkey)) then 'FK' end
    ], null) as keys
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where ${ownTables} and a.attnum > 0 and not a.attisdropped
  order by c.relname collate "C", a.attnum`;

const selectArrows = `
  select c.relname as "from", k.confrelid::regclass::text as "to",
    (select string_agg(a.attname, ', ' order by place) from unnest(k.conkey) with ordinality as key (attnum, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = key.attnum) as columns
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where ${ownTables} and k.contype = 'f' and k.conparentid = 0
  order by c.relname collate "C", k.conname collate "C"`;

const selectIndexes = `
  select pg_get_indexdef(i.indexrelid) as definition
  from pg_index i join pg_class c on c.oid = i.indrelid
  where ${ownTables} order by c.relname collate "C", i.indexrelid::regclass::text collate "C"`;

export async function schemaPage(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), "althing-schema-"));
  const embedded = await startEmbedded({ dataDir, settings: { fsync: "off" }, log: () => undefined });
  try {
    await migrate(embedded.url);
    return await describeDatabase(embedded.url);
  } finally {
    await embedded.stop("immediate");
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function migrate(connectionString: string): Promise<void> {
  const database = new Database({ connection: { connectionString }, poolSize: 2, log: createLog({ level: "warn" }) });
  await migrateJobs(database);
  await migrateUp(database, migrations);
  await database.close();
}

async function describeDatabase(connectionString: string): Promise<string> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const { rows: columns } = await client.query<Column>(selectColumns);
    const { rows: arrows } = await client.query<Arrow>(selectArrows);
    const { rows: indexes } = await client.query<{ definition: string }>(selectIndexes);
    return page(
      columns,
      arrows,
      indexes.map(({ definition }) => definition),
    );
  } finally {
    await client.end();
  }
}

const page = (
  columns: readonly Column[],
  arrows: readonly Arrow[],
  indexes: readonly string[],
): string => `# The database

Our own tables, as all migrations make them. Those of the job queue are its affair, and partitions are left out.

${mermaid(["erDiagram", ...entities(columns), ...arrows.map(arrowLine)])}
## Indexes

${table(
  ["Index"],
  indexes.map((definition) => [code(definition)]),
)}`;

const entities = (columns: readonly Column[]): string[] =>
  [...Map.groupBy(columns, (column) => column.table)].flatMap(([name, own]) => [
    `  ${name} {`,
    ...own.map(
      ({ name, type, keys }) => `    ${typeName(type)} ${name}${keys.length > 0 ? ` ${keys.join(", ")}` : ""}`,
    ),
    "  }",
  ]);

const typeName = (type: string): string =>
  type
    .replace("timestamp with time zone", "timestamptz")
    .replace("double precision", "float8")
    .replace("character varying", "varchar")
    .replaceAll(" ", "_");

const arrowLine = ({ from, to, columns }: Arrow): string => `  ${to} ||--o{ ${from} : "${columns}"`;
