// The record of legal holds, with the names of who put them on and took them off.
import type { chats } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { PageOf } from "../../../kernel/call.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { listHolds } from "../store/holds.ts";
import type { HoldRow } from "../tables.ts";
import { viewHold } from "../views.ts";

export const listLegalHolds: ReadAction<typeof chats.listLegalHolds> = async (tx, { input, cursor }) => {
  const { workspaceId, limit } = input;
  const rows = await listHolds(tx, workspaceId, { after: cursor, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return new PageOf(await viewHolds(tx, page), { next: last && { at: last.at.toISOString(), id: last.id } });
};

export async function viewHolds(tx: ReadTx, rows: readonly HoldRow[]): Promise<chats.LegalHold[]> {
  const ids = rows.flatMap(({ by_account_id, ended_by }) => [by_account_id, ...(ended_by ? [ended_by] : [])]);
  const people = await listAccountRefs(tx, [...new Set(ids)]);
  return rows.map((row) => viewHold(row, people));
}
