import { sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";

const list = defineStatement(
  "messages.partitions",
  "select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'messages'::regclass",
);

export async function listPartitions(tx: ReadTx): Promise<string[]> {
  return (await tx.query<{ name: string }>(list)).map(({ name }) => name);
}

/** The bounds are ids: from the first on, below the second. */
export async function createPartition(tx: WriteTx, name: string, from: string, to: string): Promise<void> {
  const bounds = sql`for values from (${sql.lit(from)}) to (${sql.lit(to)})`;
  await sql`create table if not exists ${sql.table(name)} partition of messages ${bounds}`.execute(tx.writer());
}
