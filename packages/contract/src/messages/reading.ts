import { z } from "zod";
import { AccountRef } from "../accounts/account.ts";
import { AccountId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute, pageQuery } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { RoomId, Unread } from "../rooms/room.ts";
import { Message, MessageId, MessageNotFound, MessageRead } from "./message.ts";

/** A message's id, or a cursor from `page`. */
const Position = z.string().max(2_000).optional();

export const listMessages = defineRoute("messages.list", {
  http: "GET /rooms/:roomId/messages",
  summary: "A page of a room's messages in rising order; the newest page unless told",
  description:
    "`before`, `after` and `around` take a message's id, or a cursor from `page`. Replies are in their threads; those shown in the room too are here as well.",
  permission: MessageRead,
  input: z.strictObject({
    roomId: RoomId,
    before: Position,
    after: Position,
    around: Position,
    at: Timestamp.optional().meta({ description: "Opens the page around the first message at or after this time." }),
    ...pageQuery,
  }),
  output: z.array(Message),
  errors: [MessageNotFound],
  cursor: z.object({ before: z.int().optional(), after: z.int().optional() }),
  limit: limits.read,
  etag: true,
});

export const getMessage = defineRoute("messages.get", {
  http: "GET /rooms/:roomId/messages/:messageId",
  summary: "One message",
  permission: MessageRead,
  input: z.strictObject({ roomId: RoomId, messageId: MessageId }),
  output: Message,
  errors: [MessageNotFound],
  limit: limits.read,
  etag: true,
});

export const findMessage = defineRoute("messages.find", {
  http: "GET /messages/:messageId",
  summary: "Where a message is now, for links that keep working after a move",
  permission: MessageRead,
  object: "message",
  input: z.strictObject({ messageId: MessageId }),
  output: Message,
  errors: [MessageNotFound],
  limit: limits.read,
});

export const listPins = defineRoute("messages.list_pins", {
  http: "GET /rooms/:roomId/pins",
  summary: "The room's pinned messages, the last pinned first",
  permission: MessageRead,
  input: z.strictObject({ roomId: RoomId }),
  output: z.array(Message),
  limit: limits.read,
  etag: true,
});

export const listMentions = defineRoute("messages.list_mentions", {
  http: "GET /users/me/mentions",
  summary: "Messages that mention you, the newest first",
  input: z.strictObject({ workspaceId: z.uuid().optional(), ...pageQuery }),
  output: z.array(Message),
  cursor: z.object({ before: z.string(), id: MessageId }),
  limit: limits.read,
});

export const readMessage = defineRoute("messages.read", {
  http: "POST /messages/:messageId/read",
  summary: "Say that you have read up to this message",
  description: "In a thread, the thread's cursor moves; else the room's. A cursor never moves back by reading.",
  permission: MessageRead,
  object: "message",
  input: z.strictObject({ messageId: MessageId }),
  output: Unread,
  errors: [MessageNotFound],
  limit: limits.signal,
});

export const readRoom = defineRoute("messages.read_room", {
  http: "POST /rooms/:roomId/read",
  summary: "Say that you have read the room, up to a number or entirely with its threads",
  permission: MessageRead,
  input: z.strictObject({ roomId: RoomId, seq: z.int().min(0).optional() }),
  output: Unread,
  limit: limits.signal,
});

export const unreadRoom = defineRoute("messages.unread_room", {
  http: "POST /rooms/:roomId/unread",
  summary: "Mark a room unread from a message on, or this message alone",
  permission: MessageRead,
  input: z.strictObject({ roomId: RoomId, messageId: MessageId, only: z.boolean().default(false) }),
  output: Unread,
  errors: [MessageNotFound],
  limit: limits.write,
});

export const explainUnread = defineRoute("messages.explain_unread", {
  http: "GET /rooms/:roomId/unread",
  summary: "Why this badge? The cursor, the marks and the messages that count",
  permission: MessageRead,
  input: z.strictObject({ roomId: RoomId }),
  output: Unread.extend({
    marks: z.array(MessageId).meta({ description: "Messages before the cursor that you marked unread." }),
    counted: z.array(
      z.object({
        messageId: MessageId,
        seq: z.int(),
        because: z.enum(["after_cursor", "marked", "thread_followed"]),
        mentionsYou: z.boolean(),
      }),
    ),
  }),
  limit: limits.read,
});

export const Receipt = z
  .object({ account: AccountRef, deliveredSeq: z.int(), readSeq: z.int(), readAt: Timestamp.nullable() })
  .meta({ id: "Receipt" });
export type Receipt = z.output<typeof Receipt>;

export const listReceipts = defineRoute("messages.list_receipts", {
  http: "GET /rooms/:roomId/receipts",
  summary: "Up to where the others have read, in direct messages and groups",
  description: "Members who turned receipts off are left out, and see none.",
  permission: MessageRead,
  input: z.strictObject({ roomId: RoomId }),
  output: z.array(Receipt),
  limit: limits.read,
});

export const ReadState = z.object({ roomId: RoomId, accountId: AccountId, unread: Unread });
