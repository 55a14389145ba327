import { feedOf, tools } from "@althing/contract";
import type { OutsideAction, WriteAction } from "../../../kernel/binding.ts";
import { requireVersion } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { seenByAdmin } from "../queries/sources.ts";
import { wakeSource } from "../sources/guard.ts";
import { deleteSourceRow, lockSource, updateSourceRow } from "../store/sources.ts";
import type { SourceRow } from "../tables.ts";
import { announceSource } from "./announce-source.ts";
import { credentialColumns } from "./create-source.ts";

export const updateToolSource: OutsideAction<typeof tools.updateToolSource> = (platform, call) => {
  const { workspaceId, sourceId, credential, ...changes } = call.input;
  wakeSource(sourceId);
  return platform.write(call.actor, async (tx) => {
    const source = await lockChangeable(tx, workspaceId, sourceId);
    requireVersion(call, source.version);
    const sealed = credential && credentialColumns(platform, sourceId, credential);
    const row = await updateSourceRow(tx, source, { ...changes, ...sealed });
    await announceSource(tx, row);
    return seenByAdmin(tx, row);
  });
};

export const removeToolSource: WriteAction<typeof tools.removeToolSource> = async (tx, { input }) => {
  const source = await lockChangeable(tx, input.workspaceId, input.sourceId);
  await deleteSourceRow(tx, source);
  tx.emit(tools.ToolSourceRemoved, feedOf.workspace(input.workspaceId), { sourceId: source.id });
  return null;
};

async function lockChangeable(
  tx: WriteTx,
  workspaceId: SourceRow["workspace_id"],
  sourceId: tools.ToolSourceId,
): Promise<SourceRow> {
  if (sourceId === tools.builtInSourceId) fail(tools.ToolSourceBuiltIn);
  return (await lockSource(tx, workspaceId, sourceId)) ?? fail(tools.ToolSourceNotFound);
}
