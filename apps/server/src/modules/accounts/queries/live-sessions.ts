import type { ReadTx } from "../../../kernel/tx.ts";
import { findLive } from "../store/sessions.ts";

/** Neither ended nor expired, and of an account that is not disabled. */
export const isSessionLive = async (tx: ReadTx, id: string): Promise<boolean> => (await findLive(tx, [id])).length > 0;
