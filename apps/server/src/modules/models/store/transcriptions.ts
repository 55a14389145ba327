import type { workspaces } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { ModelTables, TranscriptionRow } from "../tables.ts";

type WorkspaceId = workspaces.WorkspaceId;

export const findTranscriptionRow = (tx: ReadTx, workspaceId: WorkspaceId): Promise<TranscriptionRow | undefined> =>
  tx
    .reader<ModelTables>()
    .selectFrom("model_transcriptions")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .executeTakeFirst();

export const putTranscription = (tx: WriteTx, row: TranscriptionRow): Promise<unknown> =>
  tx
    .writer<ModelTables>()
    .insertInto("model_transcriptions")
    .values(row)
    .onConflict((on) => on.column("workspace_id").doUpdateSet(row))
    .execute();

export const deleteTranscription = (tx: WriteTx, workspaceId: WorkspaceId): Promise<unknown> =>
  tx.writer<ModelTables>().deleteFrom("model_transcriptions").where("workspace_id", "=", workspaceId).execute();
