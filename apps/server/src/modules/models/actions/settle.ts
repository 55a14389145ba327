import { feedOf, models } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import type { TokenUsage } from "../../../platform/models/index.ts";
import { dayOf } from "../periods.ts";
import { listAppliedBudgets, sumSpending } from "../store/budgets.ts";
import { addToDay, addToSpent, insertEntry, settleReservation } from "../store/ledger.ts";
import { listProviderNames } from "../store/providers.ts";
import type { ReservationId, SpendingColumns } from "../tables.ts";
import { viewEntry } from "../views.ts";
import { warnOfSpending } from "./warn-of-spending.ts";

export type Settlement = {
  readonly kind: "model" | "tool";
  readonly usage: TokenUsage;
  /** What it cost; null where nobody knows. */
  readonly micros: number | null;
  readonly priceVersion: number | null;
  readonly step: number;
  /** What the provider said of the usage, in its own words. */
  readonly raw?: unknown;
};

/** Writes the ledger's entry and frees the reservation, once: settling it again does nothing. */
export async function settle(tx: WriteTx, reservationId: ReservationId, settlement: Settlement): Promise<void> {
  const reservation = await settleReservation(tx, reservationId);
  if (!reservation) return;
  const { id: _, micros: __, created_at: ___, expires_at: ____, settled_at: _____, run_id, ...columns } = reservation;
  const { kind, usage, micros, priceVersion, step } = settlement;
  const isKnown = usage.quality !== "unknown";
  const entry = {
    ...columns,
    ...(isKnown ? tokensOf(usage) : unknownTokens(null)),
    id: tx.newId() as models.UsageEntryId,
    at: tx.now,
    run_id,
    step,
    kind,
    quality: usage.quality,
    micros,
    price_version: priceVersion,
    raw: keepRaw(settlement.raw),
  };
  await insertEntry(tx, entry);
  await addToDay(tx, {
    ...columns,
    ...(isKnown ? tokensOf(usage) : unknownTokens(0)),
    day: dayOf(tx.now),
    kind,
    micros: micros ?? 0,
    entry_count: 1,
    estimated_count: usage.quality === "estimated" ? 1 : 0,
    unknown_count: isKnown ? 0 : 1,
    unpriced_count: micros === null ? 1 : 0,
  });
  if (micros) await addToSpent(tx, columns, run_id ?? reservationId, micros);
  const provider = (await listProviderNames(tx, columns.provider_id ? [columns.provider_id] : []))
    .values()
    .next().value;
  const told = { entry: viewEntry(entry), providerKind: provider?.kind ?? null };
  tx.emit(models.ModelUsed, feedOf.account(columns.account_id), told);
  await warn(tx, columns);
}

/** Nobody is held up here: what two settle at once, the next reservation sees. */
async function warn(tx: WriteTx, columns: SpendingColumns): Promise<void> {
  const budgets = await listAppliedBudgets(tx, columns);
  await warnOfSpending(tx, budgets, await sumSpending(tx, budgets));
}

const tokensOf = (usage: TokenUsage) => ({
  input_tokens: usage.inputTokens,
  cached_input_tokens: usage.cachedInputTokens,
  cache_write_tokens: usage.cacheWriteTokens,
  output_tokens: usage.outputTokens,
  reasoning_tokens: usage.reasoningTokens,
});

/** Nobody knows how many: no number stands for that in the ledger, and in sums it adds nothing. */
const unknownTokens = <Value>(value: Value) => ({
  input_tokens: value,
  cached_input_tokens: value,
  cache_write_tokens: value,
  output_tokens: value,
  reasoning_tokens: value,
});

const longestRaw = 4_000;

/** For whoever doubts the figures; what is longer than any usage is left out. */
function keepRaw(raw: unknown): string | null {
  const text = raw === undefined ? undefined : JSON.stringify(raw)?.replaceAll("\\u0000", "");
  return text === undefined || text.length > longestRaw ? null : text;
}
