import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import { sendPush, topicOf } from "../push/send-push.ts";
import { findLiveSubscription } from "../queries/find-live-subscription.ts";
import { deleteNotice, findNotice } from "../store/notices.ts";
import { deleteSubscriptions } from "../store/subscriptions.ts";
import { pushReadJob } from "./jobs.ts";

/** Safari takes the permission away from whoever pushes and shows nothing. */
const punishesSilence = (endpoint: string): boolean => new URL(endpoint).hostname.endsWith(".push.apple.com");

/** What waits at the push service is replaced by this; what the browser shows, it closes. */
export const pushRead = onJob(pushReadJob, async (platform, notice) => {
  const { subscriptionId, roomId } = notice;
  const [subscription, seq] = await platform.read(async (tx) => [
    await findLiveSubscription(tx, subscriptionId),
    await findNotice(tx, notice),
  ]);
  if (!subscription || seq === undefined) return;
  const payload = { kind: "read", roomId, upToSeq: seq } as const;
  const result = punishesSilence(subscription.endpoint)
    ? "sent"
    : await sendPush(platform, subscription, { payload, topic: topicOf(roomId), urgency: "low" });
  await platform.write(system, (tx) =>
    result === "gone" ? deleteSubscriptions(tx, [subscriptionId]) : deleteNotice(tx, notice, seq),
  );
});
