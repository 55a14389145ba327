import type { models, workspaces } from "@althing/contract";
import { type Insertable, type RawBuilder, sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import { dayOf, periodStart } from "../periods.ts";
import type { BudgetRow, BudgetsTable, ModelTables, SpendingColumns } from "../tables.ts";

type WorkspaceId = workspaces.WorkspaceId;
const from = (tx: ReadTx) => tx.reader<ModelTables>();
const into = (tx: WriteTx) => tx.writer<ModelTables>();

const selectBudgets = defineStatement(
  "model_budgets.of_subjects",
  `select * from model_budgets
   where workspace_id = $1 and ($2::uuid[] is null or subject_id is null or subject_id = any ($2)) order by id`,
);
/** Those that hold for each, and those for some. */
export const listBudgetRows = (
  tx: ReadTx,
  workspaceId: WorkspaceId,
  subjectIds?: readonly string[],
): Promise<BudgetRow[]> => tx.query(selectBudgets, [workspaceId, subjectIds ?? null]);

/** Whose spending it is, for each scope of budgets. A key of one's own costs nobody else. */
export function spendersOf(columns: SpendingColumns): ReadonlyMap<models.BudgetScope, string> {
  const { workspace_id, account_id, assistant_id, room_id, personal } = columns;
  const shared = { workspace: workspace_id, member: account_id, assistant: assistant_id, room: room_id };
  const spenders = Object.entries({ own: account_id, ...(!personal && shared) });
  return new Map(spenders.flatMap(([scope, id]) => (id === null ? [] : [[scope as models.BudgetScope, id]])));
}

/** A budget, and whose spending it is held against: of a budget that each has for themself, one of them. */
export type AppliedBudget = BudgetRow & { readonly spender: string };

/** The budgets that spending must keep to. What holds for each gives way to what holds for one, in the same period. */
export async function listAppliedBudgets(tx: ReadTx, columns: SpendingColumns): Promise<AppliedBudget[]> {
  const spenders = spendersOf(columns);
  const rows = await listBudgetRows(tx, columns.workspace_id, [...spenders.values()]);
  const theirs = rows.flatMap((row) => {
    const spender = spenders.get(row.scope);
    const applies = spender !== undefined && (row.subject_id === null || row.subject_id === spender);
    return applies ? [{ ...row, spender }] : [];
  });
  const isOverruled = ({ scope, subject_id, period }: BudgetRow) =>
    subject_id === null &&
    theirs.some((other) => other.scope === scope && other.period === period && other.subject_id !== null);
  return theirs.filter((row) => !isOverruled(row));
}

/**
 * One reservation after another for each spender of each budget, until the commit: what is checked stays true. Those who share
 * no budget do not wait for each other. Always in the order of the budgets' ids, so that none wait in a knot.
 */
export const lockBudgets = async (tx: WriteTx, budgets: readonly AppliedBudget[]): Promise<void> => {
  const names = budgets.map(({ id, spender }) => `model budget ${id} ${spender}`);
  await sql`select pg_advisory_xact_lock(hashtextextended(name, 0)) from unnest(${names}::text[]) as name`.execute(
    into(tx),
  );
};

export type Spending = { readonly spent: number; readonly held: number };

const matching: Record<models.BudgetScope, (spender: string) => RawBuilder<boolean>> = {
  workspace: () => sql`not personal`,
  member: (id) => sql`account_id = ${id} and not personal`,
  own: (id) => sql`account_id = ${id}`,
  assistant: (id) => sql`assistant_id = ${id} and not personal`,
  room: (id) => sql`room_id = ${id} and not personal`,
};

/** What was spent in the period that is now, and what is held, for each of the budgets in their order. */
export async function sumSpending(tx: ReadTx, budgets: readonly AppliedBudget[]): Promise<Spending[]> {
  if (budgets.length === 0) return [];
  const parts = budgets.map(({ workspace_id, scope, spender, period }, place) => {
    return sql`select ${place}::int as place,
      (select coalesce(sum(micros), 0)::bigint from model_spent_days
       where workspace_id = ${workspace_id} and scope = ${scope} and spender = ${spender}
         and day >= ${dayOf(periodStart(period, tx.now))}::date) as spent,
      (select coalesce(sum(micros), 0)::bigint from model_reservations
       where workspace_id = ${workspace_id} and settled_at is null and expires_at > ${tx.now} and ${matching[scope](spender)}) as held`;
  });
  const { rows } = await sql<Spending>`${sql.join(parts, sql` union all `)} order by place`.execute(from(tx));
  return rows.map(({ spent, held }) => ({ spent, held }));
}

/** One after another, so that their number stays within its limit. */
export const lockBudgetsOf = async (tx: WriteTx, workspaceId: WorkspaceId): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`model budgets of ${workspaceId}`}, 0))`.execute(into(tx));
};

export const putBudget = (tx: WriteTx, budget: Insertable<BudgetsTable>): Promise<BudgetRow> =>
  into(tx)
    .insertInto("model_budgets")
    .values(budget)
    .onConflict((conflict) =>
      conflict.columns(["workspace_id", "scope", "subject_id", "period"]).doUpdateSet({
        limit_micros: budget.limit_micros,
        updated_by: budget.updated_by,
        updated_at: budget.updated_at,
      }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();

export const deleteBudgetRow = async (tx: WriteTx, budgetId: models.BudgetId): Promise<void> => {
  await into(tx).deleteFrom("model_budgets").where("id", "=", budgetId).execute();
};

/** Warnings of a budget that was changed may be given once more. */
export const deleteWarnings = async (tx: WriteTx, budgetId: models.BudgetId): Promise<void> => {
  await into(tx).deleteFrom("model_budget_warnings").where("budget_id", "=", budgetId).execute();
};

/** Whether this is the first warning of the period. */
export const claimWarning = async (tx: WriteTx, { id, spender, period }: AppliedBudget): Promise<boolean> => {
  const claimed = await into(tx)
    .insertInto("model_budget_warnings")
    .values({ budget_id: id, subject_id: spender, period_start: periodStart(period, tx.now) })
    .onConflict((conflict) =>
      conflict
        .columns(["budget_id", "subject_id"])
        .doUpdateSet((update) => ({ period_start: update.ref("excluded.period_start") }))
        .where("model_budget_warnings.period_start", "<", periodStart(period, tx.now)),
    )
    .returning("budget_id")
    .executeTakeFirst();
  return claimed !== undefined;
};
