import { z } from "zod";
import { limits } from "../kit/limit.ts";
import { defineRoute, pageQuery } from "../kit/route.ts";
import { RoomId } from "../rooms/room.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";
import { Message, MessageId, MessageNotFound, MessageRead, MessageSend, ThreadNested } from "./message.ts";

const thread = { roomId: RoomId, messageId: MessageId };

/** How you stand to a thread. Writing in it, being mentioned in it or beginning it makes you follow it. */
export const ThreadStanding = z
  .object({ following: z.boolean(), muted: z.boolean(), lastReadSeq: z.int(), unread: z.int() })
  .meta({ id: "ThreadStanding" });
export type ThreadStanding = z.output<typeof ThreadStanding>;

const head = z.int().meta({ description: "The number in the room's feed up to which this tells." });

export const getThread = defineRoute("messages.get_thread", {
  http: "GET /rooms/:roomId/messages/:messageId/thread",
  summary: "A whole thread: the message that began it, its replies, and how you stand to it",
  permission: MessageRead,
  input: z.strictObject({
    ...thread,
    after: z.coerce.number().int().min(0).optional().meta({ description: "Only replies with a higher `seq`." }),
    limit: z.coerce.number().int().min(1).max(1_000).default(1_000),
  }),
  output: z.object({ root: Message, replies: z.array(Message), standing: ThreadStanding, hasMore: z.boolean(), head }),
  errors: [MessageNotFound, ThreadNested],
  limit: limits.read,
  etag: true,
});

export const listThreads = defineRoute("messages.list_threads", {
  http: "GET /workspaces/:workspaceId/threads",
  summary: "The threads you follow, the last answered first",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId, unread: z.enum(["true", "false"]).default("false"), ...pageQuery }),
  output: z.array(z.object({ root: Message, standing: ThreadStanding, head })),
  cursor: z.object({ before: z.string(), id: MessageId }),
  limit: limits.read,
});

export const followThread = defineRoute("messages.follow_thread", {
  http: "PUT /rooms/:roomId/messages/:messageId/thread/standing",
  summary: "Follow, unfollow or mute a thread",
  permission: MessageRead,
  input: z.strictObject({ ...thread, following: z.boolean().optional(), muted: z.boolean().optional() }),
  output: ThreadStanding,
  errors: [MessageNotFound, ThreadNested],
  limit: limits.write,
  example: { following: true },
});

export const resolveThread = defineRoute("messages.resolve_thread", {
  http: "POST /rooms/:roomId/messages/:messageId/resolve",
  summary: "Mark a thread as settled",
  permission: MessageSend,
  input: z.strictObject(thread),
  output: Message,
  errors: [MessageNotFound, ThreadNested],
  limit: limits.write,
});

export const reopenThread = defineRoute("messages.reopen_thread", {
  http: "POST /rooms/:roomId/messages/:messageId/reopen",
  summary: "Open a settled thread again",
  permission: MessageSend,
  input: z.strictObject(thread),
  output: Message,
  errors: [MessageNotFound, ThreadNested],
  limit: limits.write,
});
