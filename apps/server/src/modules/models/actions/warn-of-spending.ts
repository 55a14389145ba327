import { type AccountId, feedOf, models } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { listHolders } from "../../workspaces/index.ts";
import { type AppliedBudget, claimWarning, type Spending } from "../store/budgets.ts";
import { viewBudget } from "../views.ts";

/** Tells once a period whom it concerns that most of a budget is spent. */
export async function warnOfSpending(
  tx: WriteTx,
  budgets: readonly AppliedBudget[],
  sums: readonly Spending[],
): Promise<void> {
  for (const [place, budget] of budgets.entries()) {
    const spending = sums[place];
    const warnAt = (budget.limit_micros * models.budgetLimits.warnAtPercent) / 100;
    if (!spending || spending.spent === 0 || spending.spent < warnAt) continue;
    if (!(await claimWarning(tx, budget))) continue;
    for (const accountId of await listWarned(tx, budget)) {
      tx.emit(models.BudgetWarned, feedOf.account(accountId), { budget: viewBudget(budget, spending, tx.now) });
    }
  }
}

/** A member hears of their own budget, and who may see all usage of those that are shared. */
const listWarned = async (tx: WriteTx, { scope, spender, workspace_id }: AppliedBudget): Promise<AccountId[]> =>
  scope === "member" || scope === "own" ? [spender as AccountId] : listHolders(tx, workspace_id, models.UsageView);
