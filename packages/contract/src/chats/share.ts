// A conversation as it was at a moment, for others to read by a link.
import { z } from "zod";
import { AccountRef } from "../accounts/account.ts";
import { defineError } from "../kit/error.ts";
import { defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { definePermission } from "../kit/permission.ts";
import { defineRoute } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { MessageId } from "../messages/message.ts";
import { RoomId, RoomKindWrong, RoomView } from "../rooms/room.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";
import { ConversationTooLarge, ConversationTurn } from "./conversation.ts";

export const ShareId = defineId("ShareId");
export type ShareId = z.output<typeof ShareId>;

export const ChatSharePublic = definePermission("chat.share_public", {
  on: "workspace",
  description: "Share conversations by links that anyone can open",
  roles: ["admin"],
});

export const shareLimits = { sharesPerPerson: 200, longestSeconds: 365 * 24 * 3_600 } as const;

export const ShareNotFound = defineError("share_not_found", {
  status: 404,
  title: "There is nothing under this link",
  message: "It was taken back, has ended, or needs you to sign in as a member of its workspace.",
});
export const ShareLimitReached = defineError("share_limit_reached", {
  status: 409,
  title: "You share as many conversations as you can",
  message: "Take one of the links back first.",
  data: z.object({ limit: z.int() }),
});

export const Share = z
  .object({
    id: ShareId,
    workspaceId: WorkspaceId,
    roomId: RoomId,
    title: z.string(),
    scope: z.enum(["path", "tree"]).meta({ description: "One branch, or all of them." }),
    audience: z.enum(["workspace", "public"]).meta({ description: "Members who are signed in, or anyone." }),
    url: z.string(),
    token: z.string(),
    createdAt: Timestamp,
    expiresAt: Timestamp.nullable(),
  })
  .meta({ id: "Share" });
export type Share = z.output<typeof Share>;

/** What a link shows: nothing in it names anything outside of it. */
export const SharedConversation = z
  .object({
    title: z.string(),
    sharedAt: Timestamp,
    sharedBy: AccountRef.shape.name,
    turns: z.array(
      ConversationTurn.omit({ id: true, parentId: true }).extend({
        place: z.int().meta({ description: "Counted from 0." }),
        parent: z.int().nullable(),
        html: z.string().meta({ description: "Rendered and sanitized; sanitize it again before showing it." }),
      }),
    ),
  })
  .meta({ id: "SharedConversation" });
export type SharedConversation = z.output<typeof SharedConversation>;

export const createShare = defineRoute("chats.share", {
  http: "POST /rooms/:roomId/shares",
  summary: "Share a conversation with an assistant as it is now, by a link",
  description: "What is said later is not in it. `public` needs the permission `chat.share_public`.",
  permission: RoomView,
  input: z.strictObject({
    roomId: RoomId,
    scope: z.enum(["path", "tree"]).default("path"),
    messageId: MessageId.optional().meta({ description: "Where the branch ends; where you are, unless told." }),
    audience: z.enum(["workspace", "public"]).default("workspace"),
    expiresInSeconds: z.int().min(60).max(shareLimits.longestSeconds).nullable().default(null),
  }),
  output: Share,
  status: 201,
  errors: [RoomKindWrong, ConversationTooLarge, ShareLimitReached],
  limit: limits.create,
  idempotent: true,
});

export const listShares = defineRoute("chats.list_shares", {
  http: "GET /workspaces/:workspaceId/shares",
  summary: "What you share by links that still work, the newest first",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(Share),
  limit: limits.read,
});

export const revokeShare = defineRoute("chats.revoke_share", {
  http: "DELETE /workspaces/:workspaceId/shares/:shareId",
  summary: "Take a link back; who opens it finds nothing",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId, shareId: ShareId }),
  output: z.null(),
  errors: [ShareNotFound],
  limit: limits.write,
});

/** Long enough for every token that there is. */
const token = z
  .string()
  .min(20)
  .max(100)
  .meta({ examples: ["the-last-part-of-the-link"] });

export const openShare = defineRoute("chats.open_share", {
  http: "GET /shares/:token",
  summary: "What is shared with anyone under a link",
  public: true,
  input: z.strictObject({ token }),
  output: SharedConversation,
  errors: [ShareNotFound],
  limit: limits.public,
});

export const openMemberShare = defineRoute("chats.open_member_share", {
  http: "GET /shares/:token/for-members",
  summary: "What is shared with you under a link, as a member of its workspace or as anyone",
  input: z.strictObject({ token }),
  output: SharedConversation,
  errors: [ShareNotFound],
  limit: limits.read,
});
