import type { workspaces } from "@althing/contract";
import { sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { PriceNow, PriceRow, ToolTables } from "../tables.ts";

/** The newest of each, by pattern; of those that were taken back nothing. */
export async function listPriceRows(tx: ReadTx, workspaceId: workspaces.WorkspaceId): Promise<PriceNow[]> {
  const rows = await tx
    .reader<ToolTables>()
    .selectFrom("tool_prices")
    .selectAll()
    .distinctOn("pattern")
    .where("workspace_id", "=", workspaceId)
    .orderBy("pattern")
    .orderBy("version", "desc")
    .execute();
  return rows.flatMap(({ micros, ...row }) => (micros === null ? [] : [{ ...row, micros }]));
}

/** One after another, so that versions count without gaps. */
export const lockPrices = async (tx: WriteTx, workspaceId: workspaces.WorkspaceId): Promise<void> => {
  const name = `tool prices ${workspaceId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx.writer<ToolTables>());
};

/** Prices are only added: what was spent can be held against the one that it had. */
export const insertPrice = async (tx: WriteTx, price: Omit<PriceRow, "version">): Promise<void> => {
  await tx
    .writer<ToolTables>()
    .insertInto("tool_prices")
    .values({
      ...price,
      version: sql<number>`(select coalesce(max(version), 0) + 1 from tool_prices
        where workspace_id = ${price.workspace_id} and pattern = ${price.pattern})`,
    })
    .execute();
};
