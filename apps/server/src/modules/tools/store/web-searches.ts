import type { workspaces } from "@althing/contract";
import type { Insertable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { ToolTables, WebSearchesTable, WebSearchRow } from "../tables.ts";

const into = (tx: WriteTx) => tx.writer<ToolTables>();

const selectOf = defineStatement(
  "tool_web_searches.of_workspace",
  "select * from tool_web_searches where workspace_id = $1",
);
export const findWebSearchRow = async (
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
): Promise<WebSearchRow | undefined> => (await tx.query<WebSearchRow>(selectOf, [workspaceId]))[0];

export const putWebSearch = (tx: WriteTx, row: Insertable<WebSearchesTable>): Promise<WebSearchRow> =>
  into(tx)
    .insertInto("tool_web_searches")
    .values(row)
    .onConflict((on) => on.column("workspace_id").doUpdateSet(row))
    .returningAll()
    .executeTakeFirstOrThrow();

export const deleteWebSearch = (tx: WriteTx, workspaceId: workspaces.WorkspaceId): Promise<unknown> =>
  into(tx).deleteFrom("tool_web_searches").where("workspace_id", "=", workspaceId).execute();
