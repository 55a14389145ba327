// What people let others see of them: how far they have read, and that they are writing.
import type { ReadTx } from "../../kernel/tx.ts";
import { listPreferences } from "../accounts/index.ts";

/** Those of the accounts that let others see how far they have read. */
export const sendsReceipts = (tx: ReadTx, accountIds: readonly string[]): Promise<Set<string>> =>
  allowing(tx, accountIds, "sendReceipts");

export const sendsTyping = (tx: ReadTx, accountIds: readonly string[]): Promise<Set<string>> =>
  allowing(tx, accountIds, "sendTyping");

async function allowing(
  tx: ReadTx,
  accountIds: readonly string[],
  choice: "sendReceipts" | "sendTyping",
): Promise<Set<string>> {
  const preferences = await listPreferences(tx, accountIds);
  return new Set(accountIds.filter((id) => preferences.get(id)?.privacy[choice] ?? true));
}
