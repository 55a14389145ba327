// What reaches people who do not look: for now web push, to the browsers that they allowed it to.
import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { line, Timestamp } from "../kit/text.ts";
import { RoomId } from "../rooms/room.ts";

export const pushLimits = { subscriptions: 20 } as const;

export const PushSubscriptionId = defineId("PushSubscriptionId");
export type PushSubscriptionId = z.output<typeof PushSubscriptionId>;

export const PushSubscription = z
  .object({
    id: PushSubscriptionId,
    device: z.string().meta({ description: "What the device calls itself, such as `Firefox on Linux`." }),
    isThisSession: z.boolean().meta({ description: "Whether it was made by the session that asks." }),
    createdAt: Timestamp,
    lastPushedAt: Timestamp.nullable(),
  })
  .meta({ id: "PushSubscription" });
export type PushSubscription = z.output<typeof PushSubscription>;

/** What a service worker is given, encrypted for it alone. */
export const PushPayload = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("message"),
      roomId: RoomId,
      seq: z.int(),
      title: z.string(),
      body: z.string().nullable().meta({ description: "Null where the words stay on the server." }),
      path: z.string().meta({ description: "Where the message is in the web app." }),
      language: z.string().nullable(),
    }),
    z.object({ kind: z.literal("read"), roomId: RoomId, upToSeq: z.int() }),
    z.object({ kind: z.literal("test"), language: z.string().nullable() }),
  ])
  .meta({ id: "PushPayload" });
export type PushPayload = z.output<typeof PushPayload>;

export const PushSubscriptionNotFound = defineError("push_subscription_not_found", {
  status: 404,
  title: "There is no such device",
  message: "It may have been removed. Turn notifications on again on that device.",
});

export const getPushKey = defineRoute("notifications.get_push_key", {
  http: "GET /notifications/push-key",
  summary: "The key that browsers subscribe with",
  description:
    "The public half of this installation's VAPID key (RFC 8292): `applicationServerKey` of `PushManager.subscribe`.",
  input: z.strictObject({}),
  output: z.object({ publicKey: z.string() }),
  limit: limits.read,
});

const loopback = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[:/]/;

export const addPushSubscription = defineRoute("notifications.add_push_subscription", {
  http: "POST /notifications/push-subscriptions",
  summary: "Let a browser be told of messages",
  description: `Of one endpoint the last word counts. It ends with the session that made it, and when the browser's push service says so. An account has at most ${pushLimits.subscriptions}; the oldest go.`,
  input: z.strictObject({
    endpoint: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .refine((url) => url.startsWith("https:") || loopback.test(url), "must begin with https:"),
    keys: z.strictObject({
      p256dh: z.string().regex(/^[\w-]{87}=?$/, "must be 65 bytes in base64url"),
      auth: z.string().regex(/^[\w-]{22}(?:==)?$/, "must be 16 bytes in base64url"),
    }),
    device: line(100),
  }),
  output: PushSubscription,
  status: 201,
  limit: limits.create,
  example: {
    endpoint: "https://push.example.org/send/9fJ2",
    keys: {
      p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
      auth: "BTBZMqHH6r4Tts7J_aSIgg",
    },
    device: "Firefox on Linux",
  },
});

export const listPushSubscriptions = defineRoute("notifications.list_push_subscriptions", {
  http: "GET /notifications/push-subscriptions",
  summary: "Your devices that are told of messages",
  input: z.strictObject({}),
  output: z.array(PushSubscription),
  limit: limits.read,
});

export const removePushSubscription = defineRoute("notifications.remove_push_subscription", {
  http: "DELETE /notifications/push-subscriptions/:subscriptionId",
  summary: "Tell a device nothing any more",
  input: z.strictObject({ subscriptionId: PushSubscriptionId }),
  output: z.null(),
  errors: [PushSubscriptionNotFound],
  limit: limits.write,
});

export const testPushSubscription = defineRoute("notifications.test_push_subscription", {
  http: "POST /notifications/push-subscriptions/:subscriptionId/test",
  summary: "Send a device a notification, to see whether it arrives",
  input: z.strictObject({ subscriptionId: PushSubscriptionId }),
  output: z.null(),
  errors: [PushSubscriptionNotFound],
  limit: limits.create,
});
