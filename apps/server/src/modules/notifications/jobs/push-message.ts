import { system } from "../../../kernel/actor.ts";
import { onJob } from "../../../kernel/module.ts";
import { isAtDevice } from "../../accounts/index.ts";
import { sendPush, topicOf } from "../push/send-push.ts";
import { planPush } from "../queries/plan-push.ts";
import { upsertNotice } from "../store/notices.ts";
import { deleteSubscriptions, updatePushed } from "../store/subscriptions.ts";
import { keyOf, pushMessageJob } from "./jobs.ts";

const waitMs = 60_000;
/** Who has sat before the app for so many minutes without reading it does not want to be called to it. */
const mostWaits = 5;

/** Tells a browser of a message, unless it was read by then. Who sits before a device is left alone for a while. */
export const pushMessage = onJob(pushMessageJob, async (platform, payload) => {
  const planned = await platform.read((tx) => planPush(tx, payload));
  if (!planned) return;
  const { subscription, payload: told } = planned;
  const { id, account_id: accountId } = subscription;
  if (isAtDevice(platform, accountId)) {
    if (payload.waits >= mostWaits) return;
    const runAt = new Date(platform.clock().getTime() + waitMs);
    const again = { ...payload, waits: payload.waits + 1 };
    await platform.write(system, (tx) =>
      tx.enqueue(pushMessageJob, again, { runAt, key: keyOf("message", id, told.roomId) }),
    );
    return;
  }
  const result = await sendPush(platform, subscription, {
    payload: told,
    topic: topicOf(told.roomId),
    urgency: "high",
  });
  await platform.write(system, async (tx) => {
    if (result === "gone") return deleteSubscriptions(tx, [id]);
    await upsertNotice(tx, id, told.roomId, told.seq);
    await updatePushed(tx, id);
  });
});
