import type { WriteTx } from "../../../kernel/tx.ts";
import { hold, type Spending } from "./reserve.ts";
import { type Settlement, settle } from "./settle.ts";

/** Writes down what was spent without being held before: no budget can refuse what has happened. */
export async function record(tx: WriteTx, spending: Omit<Spending, "micros">, settlement: Settlement): Promise<void> {
  await settle(tx, await hold(tx, { ...spending, micros: 0 }), settlement);
}
