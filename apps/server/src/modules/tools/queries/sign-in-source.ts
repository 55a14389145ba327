import type { tools, workspaces } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import type { SignInSource } from "../sign-ins.ts";
import { findSourceRow } from "../store/sources.ts";

/** A source that people sign in to themselves. */
export async function findSignInSource(
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
  sourceId: tools.ToolSourceId,
): Promise<SignInSource | undefined> {
  const source = await findSourceRow(tx, workspaceId, sourceId);
  return source?.auth === "oauth" ? source : undefined;
}
