import type { rooms, workspaces } from "@althing/contract";
import { type Insertable, sql, type Updateable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { RoomTables, RoomTemplatesTable, TemplateRow } from "../tables.ts";

type WorkspaceId = workspaces.WorkspaceId;
const from = (tx: ReadTx) => tx.reader<RoomTables>();
const into = (tx: WriteTx) => tx.writer<RoomTables>();

/** The oldest first. */
export const listTemplateRows = (tx: ReadTx, workspaceId: WorkspaceId): Promise<TemplateRow[]> =>
  from(tx).selectFrom("room_templates").selectAll().where("workspace_id", "=", workspaceId).orderBy("id").execute();

/** One after another, so that their number stays within its limit. */
export const lockTemplates = async (tx: WriteTx, workspaceId: WorkspaceId): Promise<void> => {
  const name = `room templates ${workspaceId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(into(tx));
};

export const findTemplateRow = (
  tx: ReadTx,
  workspaceId: WorkspaceId,
  templateId: rooms.RoomTemplateId,
): Promise<TemplateRow | undefined> =>
  from(tx)
    .selectFrom("room_templates")
    .selectAll()
    .where("id", "=", templateId)
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();

/** The same, held until the end of the transaction. */
export const lockTemplate = (
  tx: WriteTx,
  workspaceId: WorkspaceId,
  templateId: rooms.RoomTemplateId,
): Promise<TemplateRow | undefined> =>
  into(tx)
    .selectFrom("room_templates")
    .selectAll()
    .where("id", "=", templateId)
    .where("workspace_id", "=", workspaceId)
    .forUpdate()
    .executeTakeFirst();

export const insertTemplate = (tx: WriteTx, template: Insertable<RoomTemplatesTable>): Promise<TemplateRow> =>
  into(tx).insertInto("room_templates").values(template).returningAll().executeTakeFirstOrThrow();

/** Changes a locked template and raises its version. */
export const updateTemplateRow = (
  tx: WriteTx,
  template: TemplateRow,
  changes: Updateable<RoomTemplatesTable>,
): Promise<TemplateRow> =>
  into(tx)
    .updateTable("room_templates")
    .set({ ...changes, version: template.version + 1 })
    .where("id", "=", template.id)
    .returningAll()
    .executeTakeFirstOrThrow();

export const deleteTemplateRow = (
  tx: WriteTx,
  workspaceId: WorkspaceId,
  templateId: rooms.RoomTemplateId,
): Promise<TemplateRow | undefined> =>
  into(tx)
    .deleteFrom("room_templates")
    .where("id", "=", templateId)
    .where("workspace_id", "=", workspaceId)
    .returningAll()
    .executeTakeFirst();
