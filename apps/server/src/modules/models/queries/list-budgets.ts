import { models } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { listBudgetRows } from "../store/budgets.ts";
import type { BudgetRow } from "../tables.ts";
import { viewBudgets } from "./view-budgets.ts";

export const listBudgets: ReadAction<typeof models.listBudgets> = async (tx, call) => {
  const me = requireAccount(call.actor).account.id;
  const rows = await listBudgetRows(tx, call.input.workspaceId);
  const seesAll = accessOf(call).permissions.has(models.UsageView.name);
  const isMine = ({ subject_id }: BudgetRow) => subject_id === me;
  // What members set for themselves is theirs alone.
  if (seesAll)
    return viewBudgets(
      tx,
      rows.filter((row) => row.scope !== "own" || isMine(row)),
    );
  const concerning = rows
    .filter(({ scope }) => scope === "member" || scope === "own")
    .filter((row) => isMine(row) || row.subject_id === null);
  return viewBudgets(tx, concerning, me);
};
