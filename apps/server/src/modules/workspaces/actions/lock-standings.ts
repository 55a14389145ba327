import { workspaces } from "@althing/contract";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { findStanding, type Standing } from "../queries/standing.ts";
import type { MemberQuestion } from "../store/members.ts";
import { lockWorkspace } from "../store/workspaces.ts";

/**
 * What the asker and a member are in the workspace, which stays so until the commit: of two who take each other's roles
 * away at once, the second decides by what the first has left.
 */
export async function lockStandings(
  tx: WriteTx,
  askerId: string,
  { workspaceId, accountId }: MemberQuestion,
): Promise<{ mine: Standing; theirs: Standing }> {
  await lockWorkspace(tx, workspaceId);
  const mine = (await findStanding(tx, { workspaceId, accountId: askerId })) ?? fail(workspaces.WorkspaceNotFound);
  const theirs = (await findStanding(tx, { workspaceId, accountId })) ?? fail(workspaces.MemberNotFound);
  return { mine, theirs };
}
