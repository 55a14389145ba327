// A conversation as it goes out and comes in: the whole tree, with who said what when, by which model and from which sources.
import { z } from "zod";
import { AssistantAsk, AssistantNotFound } from "../assistants/assistant.ts";
import { defineError } from "../kit/error.ts";
import { AccountId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { MessageId } from "../messages/message.ts";
import { RoomId, RoomKindWrong, RoomView } from "../rooms/room.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";

export const conversationLimits = {
  turnsCount: 5_000,
  conversationsAtOnce: 50,
  importBytes: 24 * 1024 * 1024,
  exportBytes: 24 * 1024 * 1024,
} as const;

export const ConversationTooLarge = defineError("conversation_too_large", {
  status: 422,
  title: "This conversation is too long",
  message: "Export one branch of it instead of all.",
  data: z.object({ limit: z.int() }),
});
export const PdfTooLong = defineError("pdf_too_long", {
  status: 422,
  title: "This branch is too long for a PDF",
  message: "Take it out as a web page or as Markdown instead.",
});
export const PdfUnavailable = defineError("pdf_unavailable", {
  status: 503,
  title: "The PDF was not ready in time",
  message: "Try again in a moment, or take the conversation out as a web page.",
  retry: true,
});
export const ImportUnreadable = defineError("import_unreadable", {
  status: 422,
  title: "This is no export that can be read",
  message:
    "Bring a conversation exported from here as JSON, `conversations.json` of ChatGPT, or an export of LibreChat.",
});

export const ConversationSource = z.object({
  handle: z.int(),
  title: z.string(),
  quote: z.string(),
  url: z.string().nullable(),
});

export const ConversationTurn = z.object({
  id: z.string().min(1).max(200).meta({ description: "Names it within this file." }),
  parentId: z.string().max(200).nullable(),
  author: z.object({ kind: z.enum(["person", "assistant"]), name: z.string().max(200) }),
  at: Timestamp,
  body: z.string().meta({ description: "Markdown." }),
  model: z.string().max(200).nullable(),
  sources: z.array(ConversationSource),
});
export type ConversationTurn = z.output<typeof ConversationTurn>;

/** What an export as JSON holds. A later version only adds fields. */
export const Conversation = z
  .object({
    format: z.literal("althing.conversation"),
    version: z.literal(1),
    exportedAt: Timestamp,
    title: z.string().max(300),
    createdAt: Timestamp,
    turns: z.array(ConversationTurn).max(conversationLimits.turnsCount),
    place: z.string().nullable().meta({ description: "The end of the branch that was on the screen." }),
  })
  .meta({ id: "Conversation" });
export type Conversation = z.output<typeof Conversation>;

export const exportChat = defineRoute("chats.export", {
  http: "GET /rooms/:roomId/export",
  summary: "A conversation with an assistant as Markdown, JSON, PDF or a page of its own",
  description: "JSON has the whole tree; the others have the branch that ends at `messageId`, or where you are.",
  permission: RoomView,
  input: z.strictObject({
    roomId: RoomId,
    format: z.enum(["markdown", "json", "html", "pdf"]).default("markdown"),
    messageId: MessageId.optional(),
  }),
  output: z.object({
    fileName: z.string(),
    mediaType: z.string(),
    encoding: z.enum(["text", "base64"]).meta({ description: "How `content` holds the file; a PDF is no text." }),
    content: z.string(),
  }),
  errors: [RoomKindWrong, ConversationTooLarge, PdfTooLong, PdfUnavailable],
  limit: limits.create,
});

export const ImportedChat = z.object({
  title: z.string(),
  roomId: RoomId.nullable().meta({ description: "Null in a dry run, and where nothing could come." }),
  turns: z.int(),
  branches: z.int().meta({ description: "How many ends the tree has." }),
  outcome: z.enum(["imported", "known", "empty"]),
  leftOut: z.array(z.string()).meta({ description: "What could not come along, in words." }),
});
export type ImportedChat = z.output<typeof ImportedChat>;

export const importChats = defineRoute("chats.import", {
  http: "POST /workspaces/:workspaceId/chats/import",
  summary: "Bring conversations in: from here, from ChatGPT or from LibreChat",
  description:
    "Each becomes a conversation of yours. What came in before is passed over, so an import can be repeated. At most 50 at a time: go on with `from`.",
  permission: WorkspaceView,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    content: z.unknown().meta({ description: "The parsed JSON of the file." }),
    assistantId: AccountId.optional().meta({
      description: "Who answers when you go on; the workspace's own unless told.",
    }),
    from: z.int().min(0).default(0).meta({ description: "How many conversations of the file to pass over." }),
    dryRun: z.boolean().default(false),
  }),
  output: z.object({
    source: z.enum(["althing", "chatgpt", "librechat"]),
    total: z.int().meta({ description: "How many conversations the file has." }),
    chats: z.array(ImportedChat),
  }),
  errors: [ImportUnreadable, AssistantNotFound],
  limit: limits.create,
  maxBodyBytes: conversationLimits.importBytes,
  example: {
    dryRun: true,
    content: {
      format: "althing.conversation",
      version: 1,
      exportedAt: "2026-11-20T10:00:00.000Z",
      title: "Ferries",
      createdAt: "2026-11-20T09:00:00.000Z",
      turns: [],
      place: null,
    },
  },
});

const OwnDays = z
  .int()
  .min(1)
  .max(36_500)
  .nullable()
  .meta({ description: "What holds for this conversation alone; null leaves it to the workspace." });

export const ChatKeeping = z
  .object({
    roomId: RoomId,
    kept: z.boolean().meta({ description: "Whether it stays, whatever else is said." }),
    ownDays: OwnDays,
    days: z
      .int()
      .nullable()
      .meta({ description: "What the workspace says: after the last message; null is for ever." }),
    endsAt: Timestamp.nullable().meta({
      description: "When it would go, were nothing said in it any more; null where it stays. A legal hold delays it.",
    }),
  })
  .meta({ id: "ChatKeeping" });
export type ChatKeeping = z.output<typeof ChatKeeping>;

export const keepChat = defineRoute("chats.keep", {
  http: "PUT /rooms/:roomId/kept",
  summary: "Keep a conversation whatever the workspace's retention says, or no longer",
  permission: AssistantAsk,
  description: "Or say how long it stays, in place of what the workspace says.",
  input: z.strictObject({ roomId: RoomId, kept: z.boolean(), ownDays: OwnDays.optional() }),
  output: ChatKeeping,
  errors: [RoomKindWrong],
  limit: limits.write,
  example: { kept: true },
});

export const getChatKeeping = defineRoute("chats.get_keeping", {
  http: "GET /rooms/:roomId/kept",
  summary: "How long a conversation is kept",
  permission: RoomView,
  input: z.strictObject({ roomId: RoomId }),
  output: ChatKeeping,
  errors: [RoomKindWrong],
  limit: limits.read,
});
