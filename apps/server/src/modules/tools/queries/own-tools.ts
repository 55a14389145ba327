import type { workspaces } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { type BuiltInTool, builtInTools } from "../built-in/registry.ts";

/** What Althing itself offers in a workspace, by name: some of it only where it was set up. */
export async function listOwnTools(tx: ReadTx, workspaceId: workspaces.WorkspaceId): Promise<BuiltInTool[]> {
  const { all } = builtInTools;
  const offered = await Promise.all(all.map((tool) => tool.isOffered(tx, workspaceId)));
  return all.filter((_, index) => offered[index]);
}
