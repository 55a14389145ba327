import { z } from "zod";
import { AccountRef } from "../accounts/account.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { RoomId } from "../rooms/room.ts";
import {
  EmojiUnknown,
  Message,
  MessageDeleted,
  MessageId,
  MessageNotFound,
  MessagePin,
  MessageReact,
  MessageRead,
  PinLimitReached,
  Reaction,
  ReactionLimitReached,
} from "./message.ts";

const message = { roomId: RoomId, messageId: MessageId };
const Emoji = z
  .string()
  .min(1)
  .max(64)
  .meta({ description: "One Unicode emoji, or the name of one of the workspace's own as `:name:`.", examples: ["👍"] });

export const addReaction = defineRoute("messages.add_reaction", {
  http: "POST /rooms/:roomId/messages/:messageId/reactions",
  summary: "React to a message",
  description: "Reacting twice with the same emoji changes nothing.",
  permission: MessageReact,
  input: z.strictObject({ ...message, emoji: Emoji }),
  output: z.array(Reaction),
  errors: [MessageNotFound, MessageDeleted, EmojiUnknown, ReactionLimitReached],
  limit: limits.signal,
  idempotent: true,
  example: { emoji: "👍" },
});

export const removeReaction = defineRoute("messages.remove_reaction", {
  http: "DELETE /rooms/:roomId/messages/:messageId/reactions/:emoji",
  summary: "Take a reaction back",
  permission: MessageReact,
  input: z.strictObject({ ...message, emoji: Emoji }),
  output: z.array(Reaction),
  errors: [MessageNotFound, MessageDeleted],
  limit: limits.signal,
});

export const listReactions = defineRoute("messages.list_reactions", {
  http: "GET /rooms/:roomId/messages/:messageId/reactions",
  summary: "Who reacted to a message, and how",
  permission: MessageRead,
  input: z.strictObject(message),
  output: z.array(z.object({ emoji: z.string(), accounts: z.array(AccountRef) })),
  errors: [MessageNotFound],
  limit: limits.read,
});

export const pinMessage = defineRoute("messages.pin", {
  http: "POST /rooms/:roomId/messages/:messageId/pin",
  summary: "Pin a message, at most three in a room",
  description: "Pinning a pinned message changes nothing.",
  permission: MessagePin,
  input: z.strictObject(message),
  output: Message,
  errors: [MessageNotFound, MessageDeleted, PinLimitReached],
  limit: limits.write,
});

export const unpinMessage = defineRoute("messages.unpin", {
  http: "DELETE /rooms/:roomId/messages/:messageId/pin",
  summary: "Unpin a message",
  permission: MessagePin,
  input: z.strictObject(message),
  output: Message,
  errors: [MessageNotFound],
  limit: limits.write,
});
