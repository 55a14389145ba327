import type { ReadTx } from "../../../kernel/tx.ts";
import { isSessionLive } from "../../accounts/index.ts";
import { findSubscription } from "../store/subscriptions.ts";
import type { SubscriptionRow } from "../tables.ts";

/** A browser that may be told something: who signed out there may have done so a moment ago, which the log tells later. */
export async function findLiveSubscription(tx: ReadTx, id: string): Promise<SubscriptionRow | undefined> {
  const subscription = await findSubscription(tx, id);
  return subscription && (await isSessionLive(tx, subscription.session_id)) ? subscription : undefined;
}
