import { tools, type workspaces } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { isResting } from "../sources/guard.ts";
import { countDefinitions } from "../store/definitions.ts";
import { findSourceRow, listSourceRows } from "../store/sources.ts";
import type { SourceRow } from "../tables.ts";
import { type StateCounts, viewBuiltInSource, viewSource, viewSourceDetail } from "../views.ts";
import { listOwnTools } from "./own-tools.ts";

type WorkspaceId = workspaces.WorkspaceId;

export const listToolSources: ReadAction<typeof tools.listToolSources> = async (tx, { input }) => {
  const counts = await countsBySource(tx, input.workspaceId);
  const rows = await listSourceRows(tx, input.workspaceId);
  return [
    viewBuiltInSource(input.workspaceId, (await listOwnTools(tx, input.workspaceId)).length),
    ...rows.map((row) => viewSource(row, counts.get(row.id) ?? {})),
  ];
};

export const getToolSource: ReadAction<typeof tools.getToolSource> = async (tx, { input }) => {
  if (input.sourceId === tools.builtInSourceId) {
    const source = viewBuiltInSource(input.workspaceId, (await listOwnTools(tx, input.workspaceId)).length);
    const connection = { kind: "builtin" as const, address: null };
    return { ...source, connection, header: null, secretHint: null, createdAt: null };
  }
  return seenByAdmin(tx, await requireSource(tx, input.workspaceId, input.sourceId));
};

export async function requireSource(
  tx: ReadTx,
  workspaceId: WorkspaceId,
  sourceId: tools.ToolSourceId,
): Promise<SourceRow> {
  return (await findSourceRow(tx, workspaceId, sourceId)) ?? fail(tools.ToolSourceNotFound);
}

export async function seenByAdmin(tx: ReadTx, row: SourceRow): Promise<tools.ToolSourceDetail> {
  const detail = viewSourceDetail(row, (await countsBySource(tx, row.workspace_id)).get(row.id) ?? {});
  return isResting(row.id) ? { ...detail, health: { ...detail.health, state: "resting" } } : detail;
}

export async function countsBySource(tx: ReadTx, workspaceId: WorkspaceId): Promise<Map<string, StateCounts>> {
  const counts = Map.groupBy(await countDefinitions(tx, workspaceId), (one) => one.source_id as string);
  return new Map(
    [...counts].map(([id, rows]) => [id, Object.fromEntries(rows.map(({ state, count }) => [state, count]))]),
  );
}
