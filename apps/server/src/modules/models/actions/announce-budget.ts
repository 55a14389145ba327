import { type AccountId, type FeedName, feedOf, models } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listHolders, memberPermissions } from "../../workspaces/index.ts";
import type { BudgetRow } from "../tables.ts";

/** Whoever is shown a budget hears of it: see queries/list-budgets.ts. */
export async function feedsOfBudget(tx: ReadTx, row: BudgetRow): Promise<FeedName[]> {
  const { workspace_id: workspaceId, scope } = row;
  const accountId = row.subject_id as AccountId | null;
  if (scope === "member" && accountId === null) return [feedOf.workspace(workspaceId)];
  if (scope === "own" && accountId !== null) return [feedOf.account(accountId)];
  const hearers = new Set(await listHolders(tx, workspaceId, models.UsageView));
  if (scope === "member" && accountId !== null) {
    const [standing] = await memberPermissions(tx, [{ accountId, workspaceId }]);
    if (standing) hearers.add(accountId);
  }
  return [...hearers].map(feedOf.account);
}
