import { type AccountId, models, type rooms, type workspaces } from "@althing/contract";
import { fail } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { periodEnd } from "../periods.ts";
import { listAppliedBudgets, lockBudgets, sumSpending } from "../store/budgets.ts";
import { insertReservation, isPersonal } from "../store/ledger.ts";
import type { ReservationId, SpendingColumns } from "../tables.ts";
import { warnOfSpending } from "./warn-of-spending.ts";

/** Who is about to spend on what. Of a paid tool, `modelId` is its name and there is no provider. */
export type Spending = {
  readonly workspaceId: workspaces.WorkspaceId;
  readonly accountId: AccountId;
  readonly assistantId: AccountId | null;
  readonly roomId: rooms.RoomId | null;
  readonly runId: string | null;
  readonly providerId: models.ProviderId | null;
  readonly modelId: string;
  /** What it may cost at most. */
  readonly micros: number;
};

/** As long as no answer takes: what a server that was killed had reserved is free again after that. */
const holdMs = 15 * 60_000;

/**
 * Holds what a call may cost at most, or fails with BudgetExhausted. Ask for it in a short transaction, and last in it: whoever
 * shares a budget waits until the commit.
 */
export async function reserve(tx: WriteTx, spending: Spending): Promise<ReservationId> {
  const columns = await columnsOf(tx, spending);
  await requireBudgets(tx, columns, spending.micros);
  return hold(tx, spending, columns);
}

/** The same without asking any budget. */
export async function hold(tx: WriteTx, spending: Spending, known?: SpendingColumns): Promise<ReservationId> {
  const id = tx.newId() as ReservationId;
  await insertReservation(tx, {
    ...(known ?? (await columnsOf(tx, spending))),
    id,
    run_id: spending.runId,
    micros: spending.micros,
    created_at: tx.now,
    expires_at: new Date(tx.now.getTime() + holdMs),
    settled_at: null,
  });
  return id;
}

const columnsOf = async (tx: WriteTx, spending: Spending): Promise<SpendingColumns> => ({
  workspace_id: spending.workspaceId,
  account_id: spending.accountId,
  assistant_id: spending.assistantId,
  room_id: spending.roomId,
  provider_id: spending.providerId,
  model_id: spending.modelId,
  personal: await isPersonal(tx, spending.providerId),
});

async function requireBudgets(tx: WriteTx, columns: SpendingColumns, micros: number): Promise<void> {
  const budgets = await listAppliedBudgets(tx, columns);
  if (budgets.length === 0) return;
  await lockBudgets(tx, budgets);
  const sums = await sumSpending(tx, budgets);
  for (const [place, { scope, period, limit_micros }] of budgets.entries()) {
    const { spent, held } = sums[place] ?? { spent: 0, held: 0 };
    const isUsedUp = spent + held >= limit_micros || spent + held + micros > limit_micros;
    if (isUsedUp) fail(models.BudgetExhausted, { scope, resetsAt: periodEnd(period, tx.now).toISOString() });
  }
  await warnOfSpending(tx, budgets, sums);
}
