import { models, type workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { viewBudgetNow } from "../queries/view-budgets.ts";
import { deleteWarnings, listBudgetRows, lockBudgetsOf, putBudget } from "../store/budgets.ts";
import type { BudgetRow } from "../tables.ts";
import { feedsOfBudget } from "./announce-budget.ts";

export const setBudget: WriteAction<typeof models.setBudget> = async (tx, { actor, input }) => {
  const { scope, period, limitMicros } = input;
  const subjectId = scope === "workspace" ? null : input.subjectId;
  const me = requireAccount(actor).account.id;
  return writeBudget(tx, input.workspaceId, { scope, subject_id: subjectId, period, limit_micros: limitMicros }, me);
};

export const setOwnBudget: WriteAction<typeof models.setOwnBudget> = async (tx, { actor, input }) => {
  const { period, limitMicros } = input;
  const me = requireAccount(actor).account.id;
  return writeBudget(tx, input.workspaceId, { scope: "own", subject_id: me, period, limit_micros: limitMicros }, me);
};

type Wanted = Pick<BudgetRow, "scope" | "subject_id" | "period" | "limit_micros">;

async function writeBudget(
  tx: WriteTx,
  workspaceId: workspaces.WorkspaceId,
  wanted: Wanted,
  accountId: BudgetRow["updated_by"],
): Promise<models.Budget> {
  await lockBudgetsOf(tx, workspaceId);
  const { scope, subject_id, period } = wanted;
  const present = (await listBudgetRows(tx, workspaceId)).filter((one) => (one.scope === "own") === (scope === "own"));
  const isSame = (one: BudgetRow) => one.scope === scope && one.subject_id === subject_id && one.period === period;
  const limit = models.budgetLimits.perWorkspace;
  if (scope !== "own" && present.length >= limit && !present.some(isSame)) fail(models.BudgetLimitReached, { limit });
  const row = await putBudget(tx, {
    id: tx.newId() as models.BudgetId,
    workspace_id: workspaceId,
    ...wanted,
    updated_by: accountId,
    updated_at: tx.now,
  });
  // Of the new limit one may be warned anew.
  await deleteWarnings(tx, row.id);
  const budget = await viewBudgetNow(tx, row);
  for (const feed of await feedsOfBudget(tx, row)) tx.emit(models.BudgetSet, feed, { budget });
  return budget;
}
