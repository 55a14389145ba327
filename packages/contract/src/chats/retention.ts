// How long conversations with assistants are kept.
import { z } from "zod";
import { AccountId, defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { definePermission } from "../kit/permission.ts";
import { defineRoute, pageQuery } from "../kit/route.ts";
import { line, Timestamp } from "../kit/text.ts";
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

export const HoldId = defineId("HoldId");
export type HoldId = z.output<typeof HoldId>;

/** Who said that nothing may be deleted, when and why; and, where it is over, who ended it. */
export const LegalHold = z
  .object({
    id: HoldId,
    reason: z.string(),
    by: AccountId,
    byName: z.string().meta({ description: "Also of who is no member any more." }),
    at: Timestamp,
    endedBy: AccountId.nullable(),
    endedByName: z.string().nullable(),
    endedAt: Timestamp.nullable(),
  })
  .meta({ id: "LegalHold" });
export type LegalHold = z.output<typeof LegalHold>;

/** As those see it who decide: what a hold is for is told to nobody else. */
export const ChatRetentionDetail = ChatRetention.extend({
  hold: LegalHold.nullable().meta({ description: "The hold that is on." }),
}).meta({ id: "ChatRetentionDetail" });
export type ChatRetentionDetail = z.output<typeof ChatRetentionDetail>;

export const getChatRetention = defineRoute("chats.get_retention", {
  http: "GET /workspaces/:workspaceId/chat-retention",
  summary: "How long conversations with assistants are kept",
  permission: ChatRetain,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: ChatRetentionDetail,
  limit: limits.read,
  etag: true,
});

export const setChatRetention = defineRoute("chats.set_retention", {
  http: "PUT /workspaces/:workspaceId/chat-retention",
  summary: "Decide how long conversations with assistants are kept",
  permission: ChatRetain,
  input: z
    .strictObject({
      workspaceId: WorkspaceId,
      days: ChatRetention.shape.days.optional(),
      legalHold: z.boolean().optional(),
      reason: line(500)
        .optional()
        .meta({ description: "What the hold is for; it is needed to put one on, and stays on record." }),
    })
    .refine(({ legalHold, reason }) => !legalHold || reason !== undefined, {
      path: ["reason"],
      message: "is needed to put a legal hold on",
    }),
  output: ChatRetentionDetail,
  limit: limits.write,
  ifMatch: true,
  example: { days: 365 },
});

export const listLegalHolds = defineRoute("chats.list_holds", {
  http: "GET /workspaces/:workspaceId/chat-retention/holds",
  summary: "Legal holds that are on or were, the newest first",
  description: "Nothing of it is ever changed or deleted.",
  permission: ChatRetain,
  input: z.strictObject({ workspaceId: WorkspaceId, ...pageQuery }),
  output: z.array(LegalHold),
  cursor: z.object({ at: Timestamp, id: HoldId }),
  limit: limits.read,
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
