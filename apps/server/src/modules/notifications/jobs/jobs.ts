// What the listeners and verbs ask for; each is done in a file of its own. A job holds ids, never words.
import { messages, notifications, rooms } from "@althing/contract";
import { z } from "zod";
import { defineJob } from "../../../platform/jobs/index.ts";

const subscriptionId = notifications.PushSubscriptionId;

export const pushMessageJob = defineJob("notifications.push_message", {
  payload: z.object({ subscriptionId, messageId: messages.MessageId, waits: z.int().default(0) }),
  maxAttempts: 6,
  timeoutSeconds: 30,
});
export const pushReadJob = defineJob("notifications.push_read", {
  payload: z.object({ subscriptionId, roomId: rooms.RoomId }),
  maxAttempts: 4,
  timeoutSeconds: 30,
});
export const pushTestJob = defineJob("notifications.push_test", {
  payload: z.object({ subscriptionId }),
  maxAttempts: 2,
  timeoutSeconds: 30,
});

/** One of a kind waits for a room on a device. */
export const keyOf = (kind: "message" | "read", subscriptionId: string, roomId: string): string =>
  `notifications.push_${kind} ${subscriptionId} ${roomId}`;
