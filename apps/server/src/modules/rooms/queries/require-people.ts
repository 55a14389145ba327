import { type AccountId, rooms, type workspaces } from "@althing/contract";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { areMembers } from "../../workspaces/index.ts";

/** Requires that all of them are in the workspace. */
export async function requirePeople(
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
  accountIds: readonly AccountId[],
): Promise<void> {
  const members: ReadonlySet<string> = await areMembers(tx, workspaceId, accountIds);
  const strangers = accountIds.filter((id) => !members.has(id));
  if (strangers.length > 0) fail(rooms.PersonNotInWorkspace, { accountIds: strangers });
}
