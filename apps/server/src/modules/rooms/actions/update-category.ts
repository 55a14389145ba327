import { rooms, workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { requireAlso } from "../../../kernel/permission.ts";
import { changesOf } from "../policy.ts";
import { requireCategory } from "../queries/require-category.ts";
import { deleteFold, insertFold, listCategoriesOf, lockCategories, updateCategoryRow } from "../store/categories.ts";
import { viewCategory } from "../views.ts";
import { announceOwnCategories, announceSharedCategories } from "./announce-categories.ts";

/** A shared category is renamed and moved for all, and folded by each for themselves. */
export const updateCategory: WriteAction<typeof rooms.updateCategory> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { workspaceId, categoryId, name, position, collapsed } = call.input;
  const whose = { workspaceId, accountId: account.id };
  const category = await requireCategory(tx, workspaceId, account.id, categoryId);
  const isShared = category.account_id === null;
  const changes = changesOf(category, { name, position });
  const isChanged = Object.keys(changes).length > 0;
  if (isChanged) {
    if (isShared) requireAlso(accessOf(call), workspaces.WorkspaceUpdate);
    await lockCategories(tx, workspaceId, category.account_id);
    await updateCategoryRow(tx, category.id, changes);
    if (isShared) await announceSharedCategories(tx, whose);
  }
  if (collapsed !== undefined) {
    await lockCategories(tx, workspaceId, account.id);
    await (collapsed ? insertFold : deleteFold)(tx, category.id, account.id);
  }
  if (collapsed !== undefined || (isChanged && !isShared)) await announceOwnCategories(tx, whose);
  const seen = (await listCategoriesOf(tx, workspaceId, account.id)).find((row) => row.id === category.id);
  return seen ? viewCategory(seen) : fail(rooms.CategoryNotFound);
};
