import type { WriteTx } from "../../../kernel/tx.ts";
import { settleReservation } from "../store/ledger.ts";
import type { ReservationId } from "../tables.ts";

/** Frees what was held for a call that was never made; nothing of it is in the ledger. */
export async function release(tx: WriteTx, reservationId: ReservationId): Promise<void> {
  await settleReservation(tx, reservationId);
}
