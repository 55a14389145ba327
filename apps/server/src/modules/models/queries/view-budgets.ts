import type { models } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { sumSpending } from "../store/budgets.ts";
import type { BudgetRow } from "../tables.ts";
import { viewBudget } from "../views.ts";

/** With what was spent. Of a budget that each has for themself, that of `member`, if one is told. */
export async function viewBudgets(tx: ReadTx, rows: readonly BudgetRow[], member?: string): Promise<models.Budget[]> {
  const applied = rows.flatMap((row) => {
    const spender = row.scope === "workspace" ? row.workspace_id : (row.subject_id ?? member);
    return spender === undefined ? [] : [{ ...row, spender }];
  });
  const sums = await sumSpending(tx, applied);
  const byId = new Map(applied.map(({ id }, place) => [id, sums[place]]));
  return rows.map((row) => viewBudget(row, byId.get(row.id), tx.now));
}

export async function viewBudgetNow(tx: ReadTx, row: BudgetRow): Promise<models.Budget> {
  const [view = viewBudget(row, undefined, tx.now)] = await viewBudgets(tx, [row]);
  return view;
}
