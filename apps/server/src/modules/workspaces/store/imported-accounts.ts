import type { AccountId, workspaces } from "@althing/contract";
import type { Selectable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { ImportedAccountsTable, WorkspaceTables } from "../tables.ts";

type ImportedRow = Selectable<ImportedAccountsTable>;

export const listImported = (
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
  source: string,
  names: readonly string[],
): Promise<{ external_name: string; account_id: AccountId }[]> =>
  tx
    .reader<WorkspaceTables>()
    .selectFrom("imported_accounts")
    .select(["external_name", "account_id"])
    .where("workspace_id", "=", workspaceId)
    .where("source", "=", source)
    .where("external_name", "in", [...names])
    .execute();

export const insertImported = async (tx: WriteTx, rows: readonly ImportedRow[]): Promise<void> => {
  await tx
    .writer<WorkspaceTables>()
    .insertInto("imported_accounts")
    .values([...rows])
    .execute();
};
