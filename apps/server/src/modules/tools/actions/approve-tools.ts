import { tools, type workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { listDefinitionRows, updateDefinition } from "../store/definitions.ts";
import { lockSource, updateSourceRow } from "../store/sources.ts";
import type { DefinitionChanges, DefinitionRow } from "../tables.ts";
import { viewTool } from "../views.ts";
import { announceSource } from "./announce-source.ts";

/** What one approves is what one saw: all of them, or none. */
export const approveTools: WriteAction<typeof tools.approveTools> = async (tx, { actor, input }) => {
  const wanted = new Map(input.tools.map(({ id, fingerprint }) => [id, fingerprint]));
  const rows = await lockTools(tx, input.workspaceId, [...wanted.keys()]);
  const changed = rows.filter((row) => row.state === "removed" || row.fingerprint !== wanted.get(row.id));
  if (changed.length > 0) fail(tools.ToolChanged, { toolIds: changed.map(({ id }) => id) });
  const approved_by = requireAccount(actor).account.id;
  return change(tx, rows, ({ wording, fingerprint }) => ({
    state: "approved",
    approved_wording: JSON.stringify(wording),
    approved_fingerprint: fingerprint,
    approved_by,
    approved_at: tx.now,
  }));
};

export const withdrawTools: WriteAction<typeof tools.withdrawTools> = async (tx, { input }) => {
  const rows = await lockTools(tx, input.workspaceId, input.toolIds);
  return change(tx, rows, ({ state }) => ({
    state: state === "removed" ? "removed" : "pending",
    approved_wording: null,
    approved_fingerprint: null,
    approved_by: null,
    approved_at: null,
  }));
};

/** Their sources are held, in the order of their ids: whoever looks at one meanwhile waits. */
async function lockTools(
  tx: WriteTx,
  workspaceId: workspaces.WorkspaceId,
  toolIds: readonly tools.ToolId[],
): Promise<DefinitionRow[]> {
  const named = new Set(toolIds);
  const listNamed = async () => (await listDefinitionRows(tx, workspaceId)).filter(({ id }) => named.has(id));
  const sourceIds = new Set((await listNamed()).map(({ source_id }) => source_id));
  for (const id of [...sourceIds].toSorted()) await lockSource(tx, workspaceId, id);
  const rows = await listNamed();
  return rows.length === named.size ? rows : fail(tools.ToolNotFound);
}

async function change(
  tx: WriteTx,
  rows: readonly DefinitionRow[],
  changesOf: (row: DefinitionRow) => DefinitionChanges,
): Promise<tools.Tool[]> {
  const changed: DefinitionRow[] = [];
  for (const row of rows) changed.push(await updateDefinition(tx, row.id, changesOf(row)));
  for (const { source_id, workspace_id } of new Map(rows.map((row) => [row.source_id, row])).values()) {
    const source = await lockSource(tx, workspace_id, source_id);
    if (source) await announceSource(tx, await updateSourceRow(tx, source, {}));
  }
  return changed.map(viewTool);
}
