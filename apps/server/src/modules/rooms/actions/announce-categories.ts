import { type AccountId, feedOf, rooms, type workspaces } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { listCategoriesOf } from "../store/categories.ts";
import { viewCategory } from "../views.ts";

type Whose = { workspaceId: workspaces.WorkspaceId; accountId: AccountId };

/** Tells all devices of an account what it sees now. */
export async function announceOwnCategories(tx: WriteTx, { workspaceId, accountId }: Whose): Promise<void> {
  const categories = (await listCategoriesOf(tx, workspaceId, accountId)).map(viewCategory);
  tx.emit(rooms.CategoriesChanged, feedOf.account(accountId), { workspaceId, categories });
}

/** Tells the workspace its own categories, in which each has folded what they like. */
export async function announceSharedCategories(tx: WriteTx, { workspaceId, accountId }: Whose): Promise<void> {
  const shared = (await listCategoriesOf(tx, workspaceId, accountId)).filter((row) => row.account_id === null);
  const categories = shared.map((row) => viewCategory({ ...row, collapsed: false }));
  tx.emit(rooms.CategoriesChanged, feedOf.workspace(workspaceId), { workspaceId, categories });
}
