import type { models } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { PageOf } from "../../../kernel/call.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { type BillRow, listBillRows } from "../store/bills.ts";
import { listProviderNames } from "../store/providers.ts";

export const listBills: ReadAction<typeof models.listBills> = async (tx, { input, cursor }) => {
  const { workspaceId, limit } = input;
  const rows = await listBillRows(tx, workspaceId, { after: cursor, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return new PageOf(await viewBills(tx, page), { next: last && { to: last.last_day, id: last.id } });
};

/** With the names of providers that were deleted and of people who left, too. */
export async function viewBills(tx: ReadTx, rows: readonly BillRow[]): Promise<models.Bill[]> {
  const providers = await listProviderNames(tx, [...new Set(rows.map(({ provider_id }) => provider_id))]);
  const people = await listAccountRefs(tx, [...new Set(rows.map(({ entered_by }) => entered_by))]);
  return rows.map((row) => ({
    id: row.id,
    workspaceId: row.workspace_id,
    providerId: row.provider_id,
    providerName: providers.get(row.provider_id)?.name ?? "",
    from: row.first_day,
    to: row.last_day,
    micros: row.micros,
    ledger: {
      micros: row.ledger_micros,
      estimatedMicros: row.estimated_micros,
      entryCount: row.entry_count,
      unpricedCount: row.unpriced_count,
    },
    enteredBy: row.entered_by,
    enteredByName: people.get(row.entered_by)?.name ?? "",
    enteredAt: row.entered_at.toISOString(),
  }));
}
