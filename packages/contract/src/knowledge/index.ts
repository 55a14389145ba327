// What is said in rooms, cut into passages that answer questions: word for word, and only what the asker may read.
import { z } from "zod";
import { AccountRef } from "../accounts/account.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { MessageId } from "../messages/message.ts";
import { RoomId, RoomNotFound } from "../rooms/room.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";

export const Passage = z
  .object({
    messageId: MessageId,
    roomId: RoomId,
    rootId: MessageId.nullable().meta({ description: "The message that began its thread, where it is a reply." }),
    author: AccountRef,
    at: Timestamp,
    seq: z.int(),
    text: z.string().meta({ description: "The message as plain text, without its markup." }),
    quote: z.string().meta({ description: "The part of the text that fits best, word for word." }),
    score: z.number().meta({ description: "Comparable within one answer only." }),
    coverage: z
      .number()
      .min(0)
      .max(1)
      .meta({ description: "The share of the question's weighty words that it, or what it answers, has." }),
    url: z.string().meta({ description: "Opens the message in the web app." }),
  })
  .meta({ id: "Passage" });
export type Passage = z.output<typeof Passage>;

export const findPassages = defineRoute("knowledge.find_passages", {
  http: "GET /workspaces/:workspaceId/passages",
  summary: "Passages of messages that fit a question, the best first",
  description:
    "Of the rooms that you may read, public channels that you have not joined among them. Understands quoted phrases, `@handle`, `before:2026-05-01`, `after:2026-05-01`, yesterday and last week.",
  permission: WorkspaceView,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    question: z.string().trim().min(1).max(2_000),
    roomId: RoomId.optional().meta({ description: "Only of this room." }),
    limit: z.coerce.number().int().min(1).max(50).default(10),
  }),
  output: z.array(Passage),
  errors: [RoomNotFound],
  limit: limits.search,
  example: { question: "When does the first ferry leave?" },
});
