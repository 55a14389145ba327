import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import { listPreferences } from "../../accounts/index.ts";
import { sendPush } from "../push/send-push.ts";
import { findLiveSubscription } from "../queries/find-live-subscription.ts";
import { deleteSubscriptions, updatePushed } from "../store/subscriptions.ts";
import { pushTestJob } from "./jobs.ts";

export const pushTest = onJob(pushTestJob, async (platform, { subscriptionId }) => {
  const found = await platform.read(async (tx) => {
    const subscription = await findLiveSubscription(tx, subscriptionId);
    if (!subscription) return undefined;
    const { account_id: accountId } = subscription;
    return { subscription, language: (await listPreferences(tx, [accountId])).get(accountId)?.language ?? null };
  });
  if (!found) return;
  const { subscription, language } = found;
  const result = await sendPush(platform, subscription, { payload: { kind: "test", language }, urgency: "high" });
  await platform.write(system, (tx) =>
    result === "gone" ? deleteSubscriptions(tx, [subscriptionId]) : updatePushed(tx, subscriptionId),
  );
});
