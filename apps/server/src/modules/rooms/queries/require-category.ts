import { rooms } from "@althing/contract";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { findCategory } from "../store/categories.ts";
import type { CategoryRow } from "../tables.ts";

/** A category that the account sees in the workspace: its own or a shared one. */
export async function requireCategory(
  tx: ReadTx,
  workspaceId: string,
  accountId: string,
  categoryId: string,
): Promise<CategoryRow> {
  const category = await findCategory(tx, categoryId);
  const isSeen = category && (category.account_id === null || category.account_id === accountId);
  return isSeen && category.workspace_id === workspaceId ? category : fail(rooms.CategoryNotFound);
}
