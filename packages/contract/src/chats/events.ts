import { z } from "zod";
import { defineEvent } from "../kit/event.ts";
import { AccountId } from "../kit/id.ts";
import { RoomId } from "../rooms/room.ts";
import { WorkspaceId } from "../workspaces/roles.ts";
import { Prompt, PromptId } from "./prompt.ts";
import { ChatRetention } from "./retention.ts";
import { ShareId } from "./share.ts";

/** Told to the workspace, or, of somebody's own prompt, to them alone. */
export const PromptChanged = defineEvent("chats.prompt_changed", {
  durability: "durable",
  feeds: ["workspace", "account"],
  summary: "A prompt was kept or changed.",
  payload: z.object({ prompt: Prompt }),
});
export const PromptDeleted = defineEvent("chats.prompt_deleted", {
  durability: "durable",
  feeds: ["workspace", "account"],
  summary: "A prompt was deleted.",
  payload: z.object({ workspaceId: WorkspaceId, promptId: PromptId }),
});
export const PromptHidden = defineEvent("chats.prompt_hidden", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "A prompt is now somebody's own: others no longer see it.",
  payload: z.object({ workspaceId: WorkspaceId, promptId: PromptId, ownerId: AccountId }),
});
export const ChatShared = defineEvent("chats.shared", {
  durability: "durable",
  feeds: ["account"],
  summary: "You shared a conversation by a link.",
  payload: z.object({ shareId: ShareId, roomId: RoomId, audience: z.enum(["workspace", "public"]) }),
});
export const ShareRevoked = defineEvent("chats.share_revoked", {
  durability: "durable",
  feeds: ["account"],
  summary: "You took a link back.",
  payload: z.object({ shareId: ShareId, roomId: RoomId }),
});
export const ChatKept = defineEvent("chats.kept", {
  durability: "durable",
  feeds: ["room"],
  summary: "It was decided anew how long a conversation stays, whatever the workspace says.",
  payload: z.object({ roomId: RoomId, kept: z.boolean(), ownDays: z.int().nullable() }),
});
export const ChatImported = defineEvent("chats.imported", {
  durability: "durable",
  feeds: ["account"],
  summary: "You brought a conversation in from elsewhere.",
  payload: z.object({ roomId: RoomId, source: z.enum(["althing", "chatgpt", "librechat"]), turns: z.int() }),
});
export const ChatRetentionChanged = defineEvent("chats.retention_changed", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "It was decided anew how long conversations with assistants are kept.",
  payload: z.object({ retention: ChatRetention }),
});
export const ChatsExpired = defineEvent("chats.expired", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "Conversations were deleted because their time was over; how many, and nothing of what they were.",
  payload: z.object({ workspaceId: WorkspaceId, count: z.int(), temporary: z.int() }),
});
