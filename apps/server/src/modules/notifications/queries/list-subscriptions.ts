import type { notifications } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { listSubscriptionsOf } from "../store/subscriptions.ts";
import { viewSubscription } from "../views.ts";

export const listPushSubscriptions: ReadAction<typeof notifications.listPushSubscriptions> = async (tx, call) => {
  const { account, sessionId } = requireAccount(call.actor);
  return (await listSubscriptionsOf(tx, account.id)).map((row) => viewSubscription(row, sessionId));
};
