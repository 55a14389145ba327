// All SQL on columns of sealed texts, made of their declarations: names from our code, never input.
import { type Database, defineStatement, type Session } from "../database/index.ts";
import type { RowName, SealedColumn } from "./sealed-column.ts";
import { sealedBy } from "./sealer.ts";

/** Without the text where it need not be wrapped anew. */
export type ListedRow = { readonly row: RowName; readonly stale: string | null };

/** A page takes little time also where nothing on it is stale, so no statement reads a big table whole. */
export const pageLength = 500;

const quoted = (name: string) => `"${name}"`;
const parameters = (count: number, from: number) => Array.from({ length: count }, (_, index) => `$${index + from}`);
const nameOf = (statement: string, { table, column }: SealedColumn) => `sealed.${statement}:${table}.${column}`;

/** The next rows by their names, after one. */
export function listRows(
  session: Session,
  column: SealedColumn,
  keyId: string,
  after: RowName | undefined,
): Promise<ListedRow[]> {
  const key = column.key.map(quoted);
  const text = quoted(column.column);
  const rest = after ? `where (${key}) > (${parameters(key.length, 2)})` : "";
  const statement = defineStatement(
    nameOf(after ? "next" : "first", column),
    `select array[${key.map((part) => `${part}::text`)}] as row,
       case when not starts_with(${text}, $1) then ${text} end as stale
     from ${quoted(column.table)} ${rest} order by ${key} limit ${pageLength}`,
  );
  return session.query<ListedRow>(statement, [sealedBy(keyId), ...(after ?? [])]);
}

export type Change = { readonly row: RowName; readonly from: string; readonly to: string };

/**
 * Only where the old text is still there: who has written meanwhile knew better. Gives how many were. One statement, so that
 * nobody waits long for a row; the names of the rows take the types of their columns from the table itself.
 */
export async function replaceTexts(
  session: Session,
  column: SealedColumn,
  changes: readonly Change[],
): Promise<number> {
  const [table, text] = [quoted(column.table), quoted(column.column)];
  const isNamed = column.key.map(quoted).map((part) => `${table}.${part} = named.${part}`);
  const statement = defineStatement(
    nameOf("replace", column),
    `update ${table} set ${text} = change.next
     from unnest($1::jsonb[], $2::text[], $3::text[]) as change (name, previous, next),
       jsonb_populate_record(null::${table}, change.name) as named
     where ${isNamed.join(" and ")} and ${table}.${text} = change.previous
     returning 1`,
  );
  const values = [
    changes.map(({ row }) => JSON.stringify(Object.fromEntries(column.key.map((part, index) => [part, row[index]])))),
    changes.map(({ from }) => from),
    changes.map(({ to }) => to),
  ];
  return (await session.query(statement, values)).length;
}

export type SealedCount = { readonly column: SealedColumn; readonly keyId: string; readonly count: number };

/** How many texts of each column are under each key. */
export async function countSealed(database: Database, columns: readonly SealedColumn[]): Promise<SealedCount[]> {
  return database.read(async (session) => {
    // Reads whole tables, for an operator who waits.
    await session.run("set local statement_timeout = 0");
    const counts: SealedCount[] = [];
    for (const column of columns) {
      const text = quoted(column.column);
      const statement = defineStatement(
        nameOf("count", column),
        `select split_part(${text}, '.', 2) as "keyId", count(*)::int as count from ${quoted(column.table)}
         where ${text} is not null group by 1`,
      );
      const rows = await session.query<{ keyId: string; count: number }>(statement);
      counts.push(...rows.map((row) => ({ column, ...row })));
    }
    return counts;
  });
}
