import type { workspaces } from "@althing/contract";
import type { Insertable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { ToolTables, WebSearchesTable, WebSearchRow } from "../tables.ts";

const from = (tx: ReadTx) => tx.reader<ToolTables>();
const into = (tx: WriteTx) => tx.writer<ToolTables>();

export const findWebSearchRow = (tx: ReadTx, workspaceId: workspaces.WorkspaceId): Promise<WebSearchRow | undefined> =>
  from(tx).selectFrom("tool_web_searches").selectAll().where("workspace_id", "=", workspaceId).executeTakeFirst();

export const putWebSearch = (tx: WriteTx, row: Insertable<WebSearchesTable>): Promise<WebSearchRow> =>
  into(tx)
    .insertInto("tool_web_searches")
    .values(row)
    .onConflict((on) => on.column("workspace_id").doUpdateSet(row))
    .returningAll()
    .executeTakeFirstOrThrow();

export const deleteWebSearch = (tx: WriteTx, workspaceId: workspaces.WorkspaceId): Promise<unknown> =>
  into(tx).deleteFrom("tool_web_searches").where("workspace_id", "=", workspaceId).execute();
