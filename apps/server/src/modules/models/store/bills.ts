// Bills of providers, and what the ledger has of the same days.
import type { models, workspaces } from "@althing/contract";
import { type Insertable, type RawBuilder, type Selectable, sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { BillsTable, ModelTables, ProviderRow } from "../tables.ts";

/** A bill with what the ledger has of its days. */
export type BillRow = Selectable<BillsTable> & {
  ledger_micros: number;
  estimated_micros: number;
  entry_count: number;
  unpriced_count: number;
};

const compared = (bills: RawBuilder<unknown>): RawBuilder<BillRow> => sql<BillRow>`
  select bill.id, bill.workspace_id, bill.provider_id, bill.first_day::text, bill.last_day::text, bill.micros,
    bill.entered_by, bill.entered_at, days.*, estimated.*
  from (${bills}) as bill,
    lateral (
      select coalesce(sum(micros), 0)::bigint as ledger_micros, coalesce(sum(entry_count), 0)::int as entry_count,
        coalesce(sum(unpriced_count), 0)::int as unpriced_count
      from model_usage_days
      where workspace_id = bill.workspace_id and day between bill.first_day and bill.last_day
        and provider_id = bill.provider_id and kind = 'model'
    ) as days,
    lateral (
      select coalesce(sum(micros), 0)::bigint as estimated_micros from model_ledger
      where provider_id = bill.provider_id and quality = 'estimated' and kind = 'model'
        and at >= bill.first_day and at < bill.last_day + 1
    ) as estimated
  order by bill.last_day desc, bill.id desc`;

type Place = { to: string; id: models.BillId };

/** The newest first, after one of them. */
export async function listBillRows(
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<BillRow[]> {
  const rest = after ? sql`(last_day, id) < (${after.to}::date, ${after.id}::uuid)` : sql`true`;
  const page = sql`select * from model_bills where workspace_id = ${workspaceId} and ${rest}
    order by last_day desc, id desc limit ${limit}`;
  return (await compared(page).execute(tx.reader<ModelTables>())).rows;
}

export async function getBillRow(tx: ReadTx, id: models.BillId): Promise<BillRow> {
  const { rows } = await compared(sql`select * from model_bills where id = ${id}`).execute(tx.reader<ModelTables>());
  return rows[0] as BillRow;
}

/** Providers of the workspace that bill it: those that there are, and those that are gone but were used. */
export const listBilledRows = (
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
): Promise<Pick<ProviderRow, "id" | "name" | "deleted_at">[]> =>
  tx
    .reader<ModelTables>()
    .selectFrom("model_providers as provider")
    .select(["id", "name", "deleted_at"])
    .where("workspace_id", "=", workspaceId)
    .where("owner_id", "is", null)
    .where((where) =>
      where.or([
        where("deleted_at", "is", null),
        where.exists(
          where
            .selectFrom("model_usage_days as day")
            .select("day.day")
            .whereRef("day.workspace_id", "=", "provider.workspace_id")
            .whereRef("day.provider_id", "=", "provider.id"),
        ),
      ]),
    )
    .orderBy((order) => order("deleted_at", "is not", null))
    .orderBy("id")
    .execute();

/** Enters a bill, or changes the one of the same provider and time; gives its id. */
export async function putBill(tx: WriteTx, bill: Insertable<BillsTable>): Promise<models.BillId> {
  const { id } = await tx
    .writer<ModelTables>()
    .insertInto("model_bills")
    .values(bill)
    .onConflict((conflict) =>
      conflict
        .columns(["workspace_id", "provider_id", "first_day", "last_day"])
        .doUpdateSet({ micros: bill.micros, entered_by: bill.entered_by, entered_at: bill.entered_at }),
    )
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Whether there was one. */
export async function deleteBillRow(
  tx: WriteTx,
  workspaceId: workspaces.WorkspaceId,
  id: models.BillId,
): Promise<boolean> {
  const deleted = await tx
    .writer<ModelTables>()
    .deleteFrom("model_bills")
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .returning("id")
    .execute();
  return deleted.length > 0;
}
