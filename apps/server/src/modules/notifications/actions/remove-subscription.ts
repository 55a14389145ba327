import type { notifications } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { requireSubscription } from "../queries/require-subscription.ts";
import { deleteSubscriptions } from "../store/subscriptions.ts";

export const removePushSubscription: WriteAction<typeof notifications.removePushSubscription> = async (tx, call) => {
  const { id } = await requireSubscription(tx, requireAccount(call.actor), call.input.subscriptionId);
  await deleteSubscriptions(tx, [id]);
  return null;
};
