import type { AccountActor } from "../../kernel/actor.ts";
import type { ReadTx } from "../../kernel/tx.ts";
import { findAccount } from "./store/accounts.ts";
import { viewRef } from "./views.ts";

/** None is: what is done for somebody later must not end with the session in which they asked for it. */
const noSession = "00000000-0000-0000-0000-000000000000";

/** Somebody who asked for something to be done, as who they are now; undefined where they may do nothing any more. */
export async function findActor(tx: ReadTx, accountId: string): Promise<AccountActor | undefined> {
  const account = await findAccount(tx, accountId);
  if (!account || account.disabled_at !== null) return undefined;
  return { kind: "account", account: viewRef(account), sessionId: noSession };
}
