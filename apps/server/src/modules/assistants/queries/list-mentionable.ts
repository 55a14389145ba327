import type { accounts } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { isOpen } from "../policy.ts";
import { listByIds } from "../store/assistants.ts";

/** Everyone's assistants can be called into any room of their workspace. */
export async function listMentionable(
  tx: ReadTx,
  workspaceId: string,
  absent: readonly accounts.AccountRef[],
): Promise<ReadonlySet<string>> {
  const rows = await listByIds(
    tx,
    absent.map(({ id }) => id),
  );
  return new Set(rows.filter((row) => row.workspace_id === workspaceId && isOpen(row)).map((row) => row.account_id));
}
