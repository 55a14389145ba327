import { notifications } from "@althing/contract";
import type { AccountActor } from "../../../kernel/actor.ts";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { findSubscription } from "../store/subscriptions.ts";
import type { SubscriptionRow } from "../tables.ts";

/** One of one's own: of others' there is nothing to know. */
export async function requireSubscription(tx: ReadTx, { account }: AccountActor, id: string): Promise<SubscriptionRow> {
  const row = await findSubscription(tx, id);
  return row?.account_id === account.id ? row : fail(notifications.PushSubscriptionNotFound);
}
