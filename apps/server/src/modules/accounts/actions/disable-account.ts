import type { WriteTx } from "../../../kernel/tx.ts";
import { lockAccount, updateAccount } from "../store/accounts.ts";
import { endSessions } from "./announce.ts";

/** Ends every session; what the person wrote stays. */
export async function disableAccount(tx: WriteTx, accountId: string): Promise<void> {
  const row = await lockAccount(tx, accountId);
  if (row.disabled_at === null) await updateAccount(tx, accountId, { disabled_at: tx.now });
  await endSessions(tx, accountId, "account_disabled");
}

export async function enableAccount(tx: WriteTx, accountId: string): Promise<void> {
  const row = await lockAccount(tx, accountId);
  if (row.disabled_at !== null) await updateAccount(tx, accountId, { disabled_at: null });
}
