import { z } from "zod";
import { FileId, fileLimits } from "../files/file.ts";
import { AccountId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { RoomId, RoomNotFound } from "../rooms/room.ts";
import { emptyBody, notEmpty, saysSomething } from "./body.ts";
import {
  AttachmentNotFound,
  Message,
  MessageDeleted,
  MessageId,
  MessageIdTaken,
  MessageMove,
  MessageNotFound,
  MessageRead,
  MessageSend,
  MessageTooLong,
  NotAuthor,
  ThreadNested,
} from "./message.ts";

/** Longer bodies reach the action and get `message_too_long`; this only bounds what is parsed at all. */
const Body = z.string().max(200_000);
const SomeBody = Body.refine((text) => text.trim() !== "", notEmpty);

export const AllowedMentions = z.strictObject({
  accountIds: z.array(AccountId).max(200).optional(),
  room: z.boolean().optional(),
  here: z.boolean().optional(),
});
export type AllowedMentions = z.output<typeof AllowedMentions>;

const content = {
  id: MessageId.optional().meta({ description: "Chosen by the client, so that a retried send is the same send." }),
  body: Body,
  attachmentIds: z.array(FileId).max(fileLimits.perMessage).default([]).meta({
    description: "Files of your own that are ready and in no message yet; with files the body may be empty.",
  }),
  allowedMentions: AllowedMentions.optional().meta({
    description: "Who may be mentioned by this text; all that it names unless told.",
  }),
  silent: z.boolean().default(false).meta({ description: "Notify nobody." }),
};
const sendErrors = [MessageTooLong, MessageIdTaken, AttachmentNotFound];

export const sendMessage = defineRoute("messages.send", {
  http: "POST /rooms/:roomId/messages",
  summary: "Post a message",
  description: "The answer means that the message is on disk.",
  permission: MessageSend,
  input: z
    .strictObject({
      roomId: RoomId,
      ...content,
      parentId: MessageId.optional(),
      alsoInRoom: z.boolean().default(false),
    })
    .refine(saysSomething, emptyBody),
  output: Message,
  status: 201,
  errors: [...sendErrors, MessageNotFound, MessageDeleted, ThreadNested],
  limit: limits.post,
  idempotent: true,
  example: { body: "The **ferry** is late." },
});

export const replyToMessage = defineRoute("messages.reply", {
  http: "POST /rooms/:roomId/messages/:messageId/replies",
  summary: "Answer a message in its thread",
  permission: MessageSend,
  input: z
    .strictObject({ roomId: RoomId, messageId: MessageId, ...content, alsoInRoom: z.boolean().default(false) })
    .refine(saysSomething, emptyBody),
  output: Message,
  status: 201,
  errors: [...sendErrors, MessageNotFound, MessageDeleted, ThreadNested],
  limit: limits.post,
  idempotent: true,
  example: { body: "By an hour, I hear." },
});

export const editMessage = defineRoute("messages.edit", {
  http: "PATCH /rooms/:roomId/messages/:messageId",
  summary: "Edit a message of your own",
  permission: MessageSend,
  input: z.strictObject({
    roomId: RoomId,
    messageId: MessageId,
    body: Body.meta({ description: "May be empty where the message holds files." }),
    allowedMentions: content.allowedMentions,
  }),
  output: Message,
  errors: [MessageNotFound, MessageDeleted, MessageTooLong, NotAuthor],
  limit: limits.write,
  ifMatch: true,
  example: { body: "The **ferry** is an hour late." },
});

export const deleteMessage = defineRoute("messages.delete", {
  http: "DELETE /rooms/:roomId/messages/:messageId",
  summary: "Delete a message; its place stays, marked as deleted",
  permission: MessageRead,
  input: z.strictObject({ roomId: RoomId, messageId: MessageId }),
  output: z.null(),
  errors: [MessageNotFound, MessageDeleted, NotAuthor],
  limit: limits.write,
});

export const previewMessage = defineRoute("messages.preview", {
  http: "POST /rooms/:roomId/messages/preview",
  summary: "How a text would look as a message here, and whom it would mention",
  description: "Nothing is stored and nobody is told.",
  permission: MessageSend,
  input: z.strictObject({ roomId: RoomId, body: SomeBody }),
  output: Message.pick({ html: true, mentions: true }).meta({ id: "MessagePreview" }),
  errors: [MessageTooLong],
  limit: limits.read,
  example: { body: "The **ferry** is late, @ben." },
});

export const MessageVersion = z
  .object({ version: z.int(), body: z.string(), html: z.string(), at: Timestamp, by: AccountId })
  .meta({ id: "MessageVersion" });

export const listMessageVersions = defineRoute("messages.list_versions", {
  http: "GET /rooms/:roomId/messages/:messageId/versions",
  summary: "How a message read before each edit, the newest first",
  permission: MessageRead,
  input: z.strictObject({ roomId: RoomId, messageId: MessageId }),
  output: z.array(MessageVersion),
  errors: [MessageNotFound],
  limit: limits.read,
});

export const moveMessage = defineRoute("messages.move", {
  http: "POST /rooms/:roomId/messages/:messageId/move",
  summary: "Move a message, with its thread, to another thread or room",
  description: "It keeps its id and its time, so links keep working; it takes a new number in the room it comes to.",
  permission: MessageMove,
  input: z.strictObject({
    roomId: RoomId,
    messageId: MessageId,
    toRoomId: RoomId.optional(),
    toParentId: MessageId.nullable().optional(),
  }),
  output: Message,
  errors: [MessageNotFound, MessageDeleted, ThreadNested, RoomNotFound],
  limit: limits.write,
});

export const ImportedMessage = z.strictObject({
  id: MessageId,
  kind: z.enum(["message", "system"]).default("message"),
  authorId: AccountId,
  body: z.string().min(1).max(20_000),
  at: Timestamp,
  parentId: MessageId.optional(),
  system: z
    .strictObject({ kind: z.enum(["joined", "left", "renamed"]), text: z.string().max(200).nullable() })
    .optional(),
});

export const importMessages = defineRoute("messages.import", {
  http: "POST /rooms/:roomId/imported-messages",
  summary: "Bring in history, oldest first, with its times kept",
  description:
    "Needs the permission `workspace.import`. A message whose id is there already is passed over, so an import can be repeated.",
  permission: MessageRead,
  input: z.strictObject({ roomId: RoomId, messages: z.array(ImportedMessage).min(1).max(500) }),
  output: z.object({ imported: z.int(), known: z.int() }),
  errors: [MessageNotFound, MessageIdTaken],
  limit: limits.write,
  maxBodyBytes: 16 * 1024 * 1024,
});
