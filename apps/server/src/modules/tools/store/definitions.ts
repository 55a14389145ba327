import type { tools, workspaces } from "@althing/contract";
import type { Insertable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { DefinitionChanges, DefinitionRow, DefinitionsTable, ToolTables } from "../tables.ts";

type WorkspaceId = workspaces.WorkspaceId;

const from = (tx: ReadTx) => tx.reader<ToolTables>();
const into = (tx: WriteTx) => tx.writer<ToolTables>();

const selectOf = defineStatement(
  "tool_definitions.of_workspace",
  "select * from tool_definitions where workspace_id = $1 order by name",
);
/** By name. */
export const listDefinitionRows = (tx: ReadTx, workspaceId: WorkspaceId): Promise<DefinitionRow[]> =>
  tx.query(selectOf, [workspaceId]);

export const listDefinitionsOf = (tx: ReadTx, sourceId: tools.ToolSourceId): Promise<DefinitionRow[]> =>
  from(tx).selectFrom("tool_definitions").selectAll().where("source_id", "=", sourceId).orderBy("name").execute();

export const insertDefinition = (tx: WriteTx, definition: Insertable<DefinitionsTable>): Promise<DefinitionRow> =>
  into(tx).insertInto("tool_definitions").values(definition).returningAll().executeTakeFirstOrThrow();

/** Of a source that is locked. */
export const updateDefinition = (
  tx: WriteTx,
  toolId: tools.ToolId,
  changes: DefinitionChanges,
): Promise<DefinitionRow> =>
  into(tx)
    .updateTable("tool_definitions")
    .set(changes)
    .where("id", "=", toolId)
    .returningAll()
    .executeTakeFirstOrThrow();

export type SourceCount = { source_id: tools.ToolSourceId; state: tools.Tool["state"]; count: number };

export const countDefinitions = (tx: ReadTx, workspaceId: WorkspaceId): Promise<SourceCount[]> =>
  from(tx)
    .selectFrom("tool_definitions")
    .select(({ fn }) => ["source_id", "state", fn.countAll<number>().as("count")])
    .where("workspace_id", "=", workspaceId)
    .groupBy(["source_id", "state"])
    .execute();
