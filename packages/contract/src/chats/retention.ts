// How long conversations with assistants are kept.
import { z } from "zod";
import { AccountId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { definePermission } from "../kit/permission.ts";
import { defineRoute } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { RoomId } from "../rooms/room.ts";
import { WorkspaceId } from "../workspaces/roles.ts";

export const ChatRetain = definePermission("chat.retain", {
  on: "workspace",
  description: "Decide how long conversations with assistants are kept",
  roles: ["admin"],
});

export const ChatRetention = z
  .object({
    workspaceId: WorkspaceId,
    days: z
      .int()
      .min(1)
      .max(36_500)
      .nullable()
      .meta({ description: "After the last message; null keeps them for ever." }),
    legalHold: z
      .boolean()
      .meta({ description: "While it is on, nothing is deleted, temporary conversations neither." }),
    version: z.int(),
  })
  .meta({ id: "ChatRetention" });
export type ChatRetention = z.output<typeof ChatRetention>;

export const getChatRetention = defineRoute("chats.get_retention", {
  http: "GET /workspaces/:workspaceId/chat-retention",
  summary: "How long conversations with assistants are kept",
  permission: ChatRetain,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: ChatRetention,
  limit: limits.read,
  etag: true,
});

export const setChatRetention = defineRoute("chats.set_retention", {
  http: "PUT /workspaces/:workspaceId/chat-retention",
  summary: "Decide how long conversations with assistants are kept",
  permission: ChatRetain,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    days: ChatRetention.shape.days.optional(),
    legalHold: z.boolean().optional(),
  }),
  output: ChatRetention,
  limit: limits.write,
  ifMatch: true,
  example: { days: 365 },
});

export const previewChatRetention = defineRoute("chats.preview_retention", {
  http: "GET /workspaces/:workspaceId/chat-retention/preview",
  summary: "Which conversations would go now",
  description: "As if `days` were decided; what was decided, unless told. Nothing of what was said in them is told.",
  permission: ChatRetain,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    days: z.coerce.number().int().min(1).max(36_500).optional(),
  }),
  output: z.object({
    count: z.int(),
    held: z.boolean().meta({ description: "Whether a legal hold keeps them all." }),
    kept: z.int().meta({ description: "How many would go, were they not kept by their owners." }),
    chats: z
      .array(
        z.object({ roomId: RoomId, ownerId: AccountId.nullable(), temporary: z.boolean(), lastMessageAt: Timestamp }),
      )
      .meta({ description: "At most 500, the oldest first." }),
  }),
  limit: limits.read,
});
