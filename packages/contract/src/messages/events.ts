import { z } from "zod";
import { AccountRef } from "../accounts/account.ts";
import { defineEvent } from "../kit/event.ts";
import { AccountId } from "../kit/id.ts";
import { Timestamp } from "../kit/text.ts";
import { RoomId } from "../rooms/room.ts";
import { Message, MessageId, ThreadSummary } from "./message.ts";
import { ThreadStanding } from "./threads.ts";

/** In events `mine` is false: who reads them knows by `account` which reactions are theirs. */
export const MessageSent = defineEvent("messages.sent", {
  durability: "durable",
  feeds: ["room"],
  summary: "A message was posted; a reply brings its thread's new summary.",
  payload: z.object({ message: Message, thread: ThreadSummary.nullable() }),
});
export const MessageEdited = defineEvent("messages.edited", {
  durability: "durable",
  feeds: ["room"],
  summary: "A message changed: its text, its pin or its thread's state. The message is whole.",
  payload: z.object({ message: Message }),
});
export const MessageDeletedEvent = defineEvent("messages.deleted", {
  durability: "durable",
  feeds: ["room"],
  summary: "A message was deleted; its place stays. A deleted reply brings its thread's new summary.",
  payload: z.object({ message: Message, thread: ThreadSummary.nullable() }),
});
export const MessageMovedAway = defineEvent("messages.moved_away", {
  durability: "durable",
  feeds: ["room"],
  summary: "A message left this room, with its replies, for another room or thread.",
  payload: z.object({
    messageIds: z.array(MessageId),
    toRoomId: RoomId,
    toParentId: MessageId.nullable(),
    thread: ThreadSummary.nullable(),
    parentId: MessageId.nullable(),
  }),
});
const ReactionChange = z.object({
  messageId: MessageId,
  emoji: z.string(),
  account: AccountRef,
  count: z.int(),
  reactedAt: Timestamp.meta({ description: "When the reaction was given, also where it is now taken back." }),
});
export const ReactionAdded = defineEvent("messages.reaction_added", {
  durability: "durable",
  feeds: ["room"],
  summary: "Someone reacted; `count` is the emoji's new count.",
  payload: ReactionChange,
});
export const ReactionRemoved = defineEvent("messages.reaction_removed", {
  durability: "durable",
  feeds: ["room"],
  summary: "Someone took a reaction back; `count` is the emoji's new count.",
  payload: ReactionChange,
});
export const MessagePinned = defineEvent("messages.pinned", {
  durability: "durable",
  feeds: ["room"],
  summary: "A message was pinned.",
  payload: z.object({ messageId: MessageId, account: AccountRef, pinnedAt: Timestamp, version: z.int() }),
});
export const MessageUnpinned = defineEvent("messages.unpinned", {
  durability: "durable",
  feeds: ["room"],
  summary: "A message was unpinned.",
  payload: z.object({ messageId: MessageId, account: AccountRef, version: z.int() }),
});
export const MessagesRead = defineEvent("messages.read", {
  durability: "durable",
  feeds: ["account"],
  summary:
    "Your read state of a room changed, on any of your devices: the cursor and the messages marked unread before it.",
  payload: z.object({
    roomId: RoomId,
    lastReadSeq: z.int(),
    marks: z.array(z.object({ messageId: MessageId, seq: z.int() })),
    threadsReadSeq: z.int().meta({ description: "Replies up to here count as read in every thread of the room." }),
  }),
});
export const ThreadRead = defineEvent("messages.thread_read", {
  durability: "durable",
  feeds: ["account"],
  summary: "How you stand to a thread changed: read up to, followed, muted.",
  payload: z.object({ roomId: RoomId, rootId: MessageId, standing: ThreadStanding.omit({ unread: true }) }),
});
export const ReceiptMoved = defineEvent("messages.receipt_moved", {
  durability: "durable",
  feeds: ["room"],
  summary: "In a direct message or group, someone has read up to a number.",
  payload: z.object({ roomId: RoomId, account: AccountRef, readSeq: z.int(), readAt: Timestamp }),
});
export const Typing = defineEvent("messages.typing", {
  durability: "ephemeral",
  feeds: ["room"],
  summary: "Someone is writing; it ends after five seconds of silence or with their message.",
  payload: z.object({ accountId: AccountId, name: z.string(), parentId: MessageId.nullable(), typing: z.boolean() }),
});
