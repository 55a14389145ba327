// The socket's language, both directions. A frame is one JSON object of at most 128 KiB.
import { z } from "zod";
import { PresenceState } from "../accounts/people.ts";
import { FileId, fileLimits } from "../files/file.ts";
import { EventEnvelope } from "../kit/event.ts";
import { Feed } from "../kit/feed.ts";
import { AccountId } from "../kit/id.ts";
import { Problem } from "../kit/problem.ts";
import { Message, MessageId } from "../messages/message.ts";
import { RoomId } from "../rooms/room.ts";

export const frameLimits = { bytes: 128 * 1024, feedsPerSocket: 2_000 } as const;

const Following = z.strictObject({
  feed: Feed,
  after: z.int().min(0).optional().meta({ description: "The last number you have; from now on unless told." }),
});

export const ClientFrame = z.discriminatedUnion("op", [
  z.strictObject({
    op: z.literal("hello"),
    ticket: z.string().max(1_000).optional(),
    feeds: z.array(Following).max(frameLimits.feedsPerSocket).default([]),
    device: z.string().max(100).optional(),
  }),
  z.strictObject({ op: z.literal("subscribe"), feeds: z.array(Following).min(1).max(frameLimits.feedsPerSocket) }),
  z.strictObject({ op: z.literal("unsubscribe"), feeds: z.array(Feed).min(1).max(frameLimits.feedsPerSocket) }),
  z.strictObject({ op: z.literal("ping") }),
  z.strictObject({
    op: z.literal("typing"),
    roomId: RoomId,
    parentId: MessageId.nullable().default(null),
    typing: z.boolean().default(true),
  }),
  z.strictObject({ op: z.literal("presence"), state: z.enum(["online", "away"]) }),
  z.strictObject({
    op: z.literal("send"),
    key: z.string().min(1).max(100),
    roomId: RoomId,
    id: MessageId.optional(),
    body: z.string().max(100_000),
    parentId: MessageId.optional(),
    alsoInRoom: z.boolean().optional(),
    silent: z.boolean().optional(),
    attachmentIds: z.array(FileId).max(fileLimits.perMessage).optional(),
  }),
  z.strictObject({
    op: z.literal("read"),
    key: z.string().min(1).max(100).optional(),
    roomId: RoomId,
    seq: z.int().min(0).optional(),
  }),
]);
export type ClientFrame = z.output<typeof ClientFrame>;
export type ClientFrameInput = z.input<typeof ClientFrame>;

export const ServerFrame = z.discriminatedUnion("op", [
  z.object({
    op: z.literal("ready"),
    account: z.object({ id: AccountId, handle: z.string(), name: z.string() }),
    sessionId: z.string(),
    heartbeatSeconds: z.int(),
    heads: z.record(z.string(), z.int()).meta({ description: "The head of each feed now followed." }),
    refused: z.array(Feed).meta({ description: "Feeds that are not yours to follow." }),
  }),
  z.object({ op: z.literal("subscribed"), heads: z.record(z.string(), z.int()), refused: z.array(Feed) }),
  z.object({ op: z.literal("events"), events: z.array(EventEnvelope) }),
  z.object({
    op: z.literal("ack"),
    key: z.string(),
    messageId: z.string().optional(),
    seq: z.int().optional(),
    message: Message.optional(),
  }),
  z.object({ op: z.literal("error"), key: z.string().optional(), problem: Problem }),
  z.object({ op: z.literal("reload"), feed: Feed, head: z.int() }),
  z.object({ op: z.literal("revoked"), feed: Feed }),
  z.object({
    op: z.literal("pong"),
    heads: z.record(z.string(), z.int()).meta({ description: "Heads that moved since the last heartbeat." }),
  }),
  z.object({ op: z.literal("bye"), reason: z.string(), mayReconnect: z.boolean(), afterMs: z.int().optional() }),
]);
export type ServerFrame = z.output<typeof ServerFrame>;

export const PresenceSignal = z.object({ state: PresenceState });
