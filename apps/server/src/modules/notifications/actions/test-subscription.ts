import type { notifications } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { pushTestJob } from "../jobs/jobs.ts";
import { requireSubscription } from "../queries/require-subscription.ts";

export const testPushSubscription: WriteAction<typeof notifications.testPushSubscription> = async (tx, call) => {
  const { id } = await requireSubscription(tx, requireAccount(call.actor), call.input.subscriptionId);
  await tx.enqueue(pushTestJob, { subscriptionId: id });
  return null;
};
