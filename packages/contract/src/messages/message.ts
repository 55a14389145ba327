import { z } from "zod";
import { AccountRef } from "../accounts/account.ts";
import { Attachment } from "../files/file.ts";
import { defineError } from "../kit/error.ts";
import { AccountId, defineId } from "../kit/id.ts";
import { definePermission } from "../kit/permission.ts";
import { Timestamp } from "../kit/text.ts";
import { RoomId } from "../rooms/room.ts";

export const MessageId = defineId("MessageId");
export type MessageId = z.output<typeof MessageId>;

export const messageLimits = { bodyLength: 20_000, pinsPerRoom: 3, emojiPerMessage: 50, unreadCount: 1_000 } as const;

const everyoneHere = ["admin", "member", "guest"] as const;
export const MessageRead = definePermission("message.read", {
  on: "room",
  description: "Read messages",
  changes: false,
  roles: everyoneHere,
});
export const MessageSend = definePermission("message.send", {
  on: "room",
  description: "Post messages and edit one's own",
  roles: everyoneHere,
});
export const MessageReact = definePermission("message.react", {
  on: "room",
  description: "React to messages",
  roles: everyoneHere,
});
export const MessageMentionAll = definePermission("message.mention_all", {
  on: "room",
  description: "Mention @room and @here",
  roles: ["admin", "member"],
});
export const MessagePin = definePermission("message.pin", {
  on: "room",
  description: "Pin messages",
  roles: ["admin", "member"],
});
export const MessageDelete = definePermission("message.delete", {
  on: "room",
  description: "Delete messages of others",
  roles: ["admin"],
});
export const MessageMove = definePermission("message.move", {
  on: "room",
  description: "Move messages to another thread or room",
  roles: ["admin"],
});

export const MessageNotFound = defineError("message_not_found", {
  status: 404,
  title: "There is no such message",
  message: "Check the id; it is not in this room, or was removed.",
});
export const MessageTooLong = defineError("message_too_long", {
  status: 422,
  title: "This message is too long",
  message: "Shorten it, or send it as a file.",
  data: z.object({ limit: z.int() }),
});
export const MessageIdTaken = defineError("message_id_taken", {
  status: 409,
  title: "This message id is taken",
  message: "Make a new id for each new message; the same id means the same message.",
});
export const MessageDeleted = defineError("message_deleted", {
  status: 409,
  title: "This message was deleted",
  message: "A deleted message cannot be changed or answered.",
});
export const NotAuthor = defineError("not_author", {
  status: 403,
  title: "This is someone else's message",
  message: "Only its author may edit a message.",
});
export const ThreadNested = defineError("thread_nested", {
  status: 409,
  title: "A reply has no thread of its own",
  message: "Answer the message that began the thread.",
});
export const PinLimitReached = defineError("pin_limit_reached", {
  status: 409,
  title: "Three messages are pinned already",
  message: "Unpin one first.",
  data: z.object({ limit: z.int() }),
});
export const ReactionLimitReached = defineError("reaction_limit_reached", {
  status: 409,
  title: "This message has as many different reactions as it can hold",
  message: "Use one that is there already.",
  data: z.object({ limit: z.int() }),
});
export const EmojiUnknown = defineError("emoji_unknown", {
  status: 422,
  title: "This is not an emoji",
  message: "Send one Unicode emoji, such as 👍, or the name of one of the workspace's own, such as `:party_parrot:`.",
});
export const AttachmentNotFound = defineError("attachment_not_found", {
  status: 422,
  title: "There is no such file",
  message: "Upload the file first and wholly, then send it once, in a message of the same workspace.",
});

export const Mention = z
  .object({ kind: z.enum(["account", "room", "here"]), id: AccountId.nullable() })
  .meta({ id: "Mention" });
export type Mention = z.output<typeof Mention>;

export const Reaction = z.object({ emoji: z.string(), count: z.int(), mine: z.boolean() }).meta({ id: "Reaction" });
export type Reaction = z.output<typeof Reaction>;

export const ThreadSummary = z
  .object({
    replyCount: z.int(),
    lastReplyAt: Timestamp.nullable(),
    participantIds: z.array(AccountId).meta({ description: "At most five, the latest first." }),
    resolvedAt: Timestamp.nullable(),
  })
  .meta({ id: "ThreadSummary" });
export type ThreadSummary = z.output<typeof ThreadSummary>;

/** What a system message tells; its body says the same in words. */
export const SystemNote = z
  .object({
    kind: z.enum(["joined", "left", "added", "removed", "renamed", "pinned", "archived", "restored"]),
    accountId: AccountId.nullable(),
    text: z.string().nullable(),
  })
  .meta({ id: "SystemNote" });
export type SystemNote = z.output<typeof SystemNote>;

export const Message = z
  .object({
    id: MessageId,
    roomId: RoomId,
    seq: z.int().meta({ description: "The number, in the room's feed, of the event that made the message." }),
    kind: z.enum(["message", "system"]),
    author: AccountRef,
    body: z.string().meta({ description: "Markdown as it was sent; empty once deleted." }),
    html: z.string().meta({ description: "Rendered and sanitized; sanitize it again before showing it." }),
    parentId: MessageId.nullable(),
    alsoInRoom: z.boolean(),
    createdAt: Timestamp.meta({ description: "Strictly rises in a room, to the microsecond." }),
    editedAt: Timestamp.nullable(),
    deletedAt: Timestamp.nullable(),
    mentions: z.array(Mention),
    reactions: z.array(Reaction),
    thread: ThreadSummary.nullable(),
    pinned: z.boolean(),
    silent: z.boolean(),
    system: SystemNote.nullable(),
    attachments: z.array(Attachment),
    version: z.int(),
  })
  .meta({ id: "Message" });
export type Message = z.output<typeof Message>;
