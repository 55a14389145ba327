import type { tools, workspaces } from "@althing/contract";
import { type Insertable, sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { SourceChanges, SourceRow, SourcesTable, ToolTables } from "../tables.ts";

type WorkspaceId = workspaces.WorkspaceId;

const from = (tx: ReadTx) => tx.reader<ToolTables>();
const into = (tx: WriteTx) => tx.writer<ToolTables>();

const selectOf = defineStatement(
  "tool_sources.of_workspace",
  "select * from tool_sources where workspace_id = $1 order by precedence, slug",
);
/** The preferred first. */
export const listSourceRows = (tx: ReadTx, workspaceId: WorkspaceId): Promise<SourceRow[]> =>
  tx.query(selectOf, [workspaceId]);

export const findSourceRow = (
  tx: ReadTx,
  workspaceId: WorkspaceId,
  sourceId: tools.ToolSourceId,
): Promise<SourceRow | undefined> =>
  from(tx)
    .selectFrom("tool_sources")
    .selectAll()
    .where("id", "=", sourceId)
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();

/** The same, held until the end of the transaction; whoever writes its definitions holds it first. */
export const lockSource = (
  tx: WriteTx,
  workspaceId: WorkspaceId,
  sourceId: tools.ToolSourceId,
): Promise<SourceRow | undefined> =>
  into(tx)
    .selectFrom("tool_sources")
    .selectAll()
    .where("id", "=", sourceId)
    .where("workspace_id", "=", workspaceId)
    .forUpdate()
    .executeTakeFirst();

/** One after another, so that their number stays within its limit. */
export const lockSources = async (tx: WriteTx, workspaceId: WorkspaceId): Promise<void> => {
  const name = `tool sources ${workspaceId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(into(tx));
};

export const insertSource = (tx: WriteTx, source: Insertable<SourcesTable>): Promise<SourceRow> =>
  into(tx).insertInto("tool_sources").values(source).returningAll().executeTakeFirstOrThrow();

/** Changes a locked source and raises its version. */
export const updateSourceRow = (tx: WriteTx, source: SourceRow, changes: SourceChanges): Promise<SourceRow> =>
  into(tx)
    .updateTable("tool_sources")
    .set({ ...changes, version: source.version + 1 })
    .where("id", "=", source.id)
    .returningAll()
    .executeTakeFirstOrThrow();

export const deleteSourceRow = (tx: WriteTx, source: SourceRow): Promise<unknown> =>
  into(tx).deleteFrom("tool_sources").where("id", "=", source.id).execute();

/** Of all workspaces, those whose tools may be in use. */
export const listEnabledSources = (tx: ReadTx): Promise<SourceRow[]> =>
  from(tx).selectFrom("tool_sources").selectAll().where("enabled", "=", true).orderBy("id").execute();
