/**
 * The money of a call that has a price: held before it is made, and in the ledger when it has ended. Paid is what reached the
 * other side, also where it failed there or was stopped in the middle; what was never sent costs nothing.
 */
import { models, type tools } from "@althing/contract";
import { Failure } from "../../../kernel/failure.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { type ReservationId, release, reserve, settle } from "../../models/index.ts";
import { priceOf } from "../prices/price-of.ts";
import { listPriceRows } from "../store/prices.ts";
import type { CallChanges, CallRow } from "../tables.ts";
import { ToolFault } from "./fault.ts";

/** What is to be written to a call that begins; throws a ToolFault where a budget is used up. */
export async function holdMoney(tx: WriteTx, call: CallRow): Promise<CallChanges> {
  const price = priceOf(call.name, await listPriceRows(tx, call.workspace_id));
  if (!price) return {};
  try {
    const reservationId = await reserve(tx, {
      workspaceId: call.workspace_id,
      accountId: call.asked_by,
      assistantId: call.assistant_id,
      roomId: call.room_id,
      runId: call.run_id,
      providerId: null,
      modelId: call.name,
      micros: price.micros,
    });
    return { reservation_id: reservationId, price_micros: price.micros, price_version: price.version };
  } catch (error) {
    if (!(error instanceof Failure) || error.def !== models.BudgetExhausted) throw error;
    throw new ToolFault("budget_exhausted", `${error.def.title}. ${error.def.message}`);
  }
}

/** What is to be written to a call that ends, or is made once more. */
export async function payFor(tx: WriteTx, call: CallRow, failure: tools.ToolFailureKind | null): Promise<CallChanges> {
  if (call.reservation_id === null || call.price_micros === null) return {};
  const reservationId = call.reservation_id as ReservationId;
  if (failure !== null && unsent.has(failure)) {
    await release(tx, reservationId);
    return { reservation_id: null };
  }
  await settle(tx, reservationId, {
    kind: "tool",
    usage: nothing,
    micros: call.price_micros,
    priceVersion: call.price_version,
    step: 0,
  });
  return { reservation_id: null, micros: (call.micros ?? 0) + call.price_micros };
}

/** It came to nothing before the other side had anything to do. */
const unsent = new Set<tools.ToolFailureKind>([
  "bad_arguments",
  "forbidden",
  "no_such_tool",
  "network",
  "rate_limited",
  "resting",
  "sign_in_refused",
  "budget_exhausted",
]);

/** A call is counted, and has no tokens. */
const nothing = {
  inputTokens: 0,
  cachedInputTokens: 0,
  cacheWriteTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
  quality: "reported",
} as const;
