import { feedOf, tools } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { countsBySource } from "../queries/sources.ts";
import type { SourceRow } from "../tables.ts";
import { viewSource } from "../views.ts";

/** Tells the workspace of a source as it now is: neither where it is, nor what it is shown. */
export async function announceSource(tx: WriteTx, row: SourceRow): Promise<void> {
  const source = viewSource(row, (await countsBySource(tx, row.workspace_id)).get(row.id) ?? {});
  tx.emit(tools.ToolSourceChanged, feedOf.workspace(row.workspace_id), { source });
}
