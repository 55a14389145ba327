import { models } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { requireAlso } from "../../../kernel/permission.ts";
import { deleteBudgetRow, listBudgetRows } from "../store/budgets.ts";
import { feedsOfBudget } from "./announce-budget.ts";

export const deleteBudget: WriteAction<typeof models.deleteBudget> = async (tx, call) => {
  const { workspaceId, budgetId } = call.input;
  const me = requireAccount(call.actor).account.id;
  const row = (await listBudgetRows(tx, workspaceId)).find(({ id }) => id === budgetId);
  const isHidden = row?.scope === "own" && row.subject_id !== me;
  if (!row || isHidden) return fail(models.BudgetNotFound);
  if (row.scope !== "own") requireAlso(accessOf(call), models.ModelManage);
  await deleteBudgetRow(tx, budgetId);
  for (const feed of await feedsOfBudget(tx, row)) tx.emit(models.BudgetDeleted, feed, { workspaceId, budgetId });
  return null;
};
