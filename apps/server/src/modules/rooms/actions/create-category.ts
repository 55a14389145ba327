import { type rooms, workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { requireAlso } from "../../../kernel/permission.ts";
import { insertCategory, lockCategories } from "../store/categories.ts";
import { viewCategory } from "../views.ts";
import { announceOwnCategories, announceSharedCategories } from "./announce-categories.ts";

export const createCategory: WriteAction<typeof rooms.createCategory> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { workspaceId, name, shared, position } = call.input;
  if (shared) requireAlso(accessOf(call), workspaces.WorkspaceUpdate);
  const owner = shared ? null : account.id;
  const category = {
    id: tx.newId() as rooms.CategoryId,
    workspace_id: workspaceId,
    account_id: owner,
    name,
    position,
  };
  await lockCategories(tx, workspaceId, owner);
  await insertCategory(tx, category);
  const whose = { workspaceId, accountId: account.id };
  await (shared ? announceSharedCategories(tx, whose) : announceOwnCategories(tx, whose));
  return viewCategory({ ...category, collapsed: false });
};
