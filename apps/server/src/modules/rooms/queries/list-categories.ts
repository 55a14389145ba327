import type { rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { listCategoriesOf } from "../store/categories.ts";
import { viewCategory } from "../views.ts";

export const listCategories: ReadAction<typeof rooms.listCategories> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const rows = await listCategoriesOf(tx, call.input.workspaceId, account.id);
  return rows.map(viewCategory);
};
