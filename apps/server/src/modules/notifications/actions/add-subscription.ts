import { notifications } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { deleteSubscriptions, listSubscriptionsOf, upsertSubscription } from "../store/subscriptions.ts";
import { viewSubscription } from "../views.ts";

export const addPushSubscription: WriteAction<typeof notifications.addPushSubscription> = async (tx, call) => {
  const { account, sessionId } = requireAccount(call.actor);
  const { endpoint, keys, device } = call.input;
  const row = await upsertSubscription(tx, {
    id: tx.newId() as notifications.PushSubscriptionId,
    account_id: account.id,
    session_id: sessionId,
    endpoint,
    ...keys,
    device,
  });
  const oldest = (await listSubscriptionsOf(tx, account.id)).slice(notifications.pushLimits.subscriptions);
  await deleteSubscriptions(
    tx,
    oldest.map(({ id }) => id),
  );
  return viewSubscription(row, sessionId);
};
