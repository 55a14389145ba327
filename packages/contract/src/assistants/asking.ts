import { z } from "zod";
import { FileId, fileLimits } from "../files/file.ts";
import { AccountId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { line } from "../kit/text.ts";
import { emptyBody, saysSomething } from "../messages/body.ts";
import {
  AttachmentNotFound,
  Message,
  MessageDeleted,
  MessageId,
  MessageIdTaken,
  MessageNotFound,
  MessageSend,
  MessageTooLong,
} from "../messages/message.ts";
import { BudgetExhausted } from "../models/budget.ts";
import { ModelChoice, ModelNotAllowed } from "../models/choice.ts";
import { MyRoom, RoomId, RoomKindWrong, RoomView } from "../rooms/room.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";
import { AssistantAsk, AssistantNotFound, AssistantNotYours, AssistantSettings } from "./assistant.ts";
import {
  Place,
  Run,
  RunEnded,
  RunId,
  RunNotEnded,
  RunNotFound,
  RunNotYours,
  RunPurpose,
  TooManyRuns,
  Turn,
} from "./run.ts";

const inRoom = { roomId: RoomId, runId: RunId };
const askErrors = [AssistantNotFound, MessageNotFound, TooManyRuns, BudgetExhausted, ModelNotAllowed];

export const openChat = defineRoute("assistants.open_chat", {
  http: "POST /workspaces/:workspaceId/chats",
  summary: "Begin a conversation with an assistant, a room of its own",
  description:
    "In it the assistant answers every message. `trial` tries settings that are not saved, for who may change the assistant.",
  permission: WorkspaceView,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    assistantId: AccountId,
    title: line(80).optional(),
    temporary: z.boolean().default(false).meta({ description: "Deleted a day after its last message." }),
    trial: AssistantSettings.optional(),
  }),
  output: MyRoom,
  status: 201,
  errors: [AssistantNotFound, AssistantNotYours, ModelNotAllowed],
  limit: limits.create,
  idempotent: true,
});

export const ask = defineRoute("assistants.ask", {
  http: "POST /rooms/:roomId/runs",
  summary: "Ask an assistant: for an answer, a summary, what is to be done, a draft or a translation",
  description:
    "An answer is said in the room, in the thread of `parentId` or to `promptId` once more; with another `model`, to compare. The other purposes are for you alone until you share them.",
  permission: AssistantAsk,
  input: z.strictObject({
    roomId: RoomId,
    assistantId: AccountId.optional().meta({ description: "The workspace's own unless told." }),
    purpose: RunPurpose.default("answer"),
    audience: z
      .enum(["room", "asker"])
      .optional()
      .meta({ description: "An answer is for the room, all else for you." }),
    question: z.string().trim().max(20_000).optional(),
    promptId: MessageId.optional().meta({ description: "A message to answer, once more or for the first time." }),
    parentId: MessageId.optional().meta({ description: "A thread to summarise, to draft a reply in, to answer in." }),
    sinceSeq: z
      .int()
      .min(0)
      .optional()
      .meta({ description: "A summary begins after this number; what you have not read, unless told." }),
    language: z.string().max(35).optional().meta({ description: "A BCP 47 tag to translate into or to write in." }),
    model: ModelChoice.optional(),
  }),
  output: Run,
  status: 201,
  errors: askErrors,
  limit: limits.create,
  idempotent: true,
  example: { purpose: "summary" },
});

/** How long a run that failed or was stopped without an answer is shown where its answer would be. */
export const unansweredForMinutes = 10;

export const listRuns = defineRoute("assistants.list_runs", {
  http: "GET /rooms/:roomId/runs",
  summary: "Runs of a room: those going on and those that just ended without an answer, or those behind some messages",
  permission: RoomView,
  input: z.strictObject({
    roomId: RoomId,
    messageIds: z
      .string()
      .max(4_000)
      .optional()
      .meta({ description: "Ids of answers, separated by commas; at most 100." }),
  }),
  output: z.array(Run),
  limit: limits.read,
});

export const getRun = defineRoute("assistants.get_run", {
  http: "GET /rooms/:roomId/runs/:runId",
  summary: "A run as it is now, with what it has written so far",
  permission: RoomView,
  input: z.strictObject(inRoom),
  output: Run,
  errors: [RunNotFound],
  limit: limits.read,
});

export const stopRun = defineRoute("assistants.stop_run", {
  http: "POST /rooms/:roomId/runs/:runId/stop",
  summary: "Stop a run; what it wrote and used up to there is kept",
  permission: RoomView,
  input: z.strictObject(inRoom),
  output: Run,
  errors: [RunNotFound, RunEnded, RunNotYours],
  limit: limits.write,
});

export const continueRun = defineRoute("assistants.continue_run", {
  http: "POST /rooms/:roomId/runs/:runId/continue",
  summary: "Go on from what a stopped or failed run wrote",
  permission: AssistantAsk,
  input: z.strictObject(inRoom),
  output: Run,
  status: 201,
  errors: [RunNotFound, RunNotEnded, RunNotYours, ...askErrors],
  limit: limits.create,
  idempotent: true,
});

export const shareRun = defineRoute("assistants.share_run", {
  http: "POST /rooms/:roomId/runs/:runId/share",
  summary: "Say in the room what an assistant wrote for you alone",
  permission: MessageSend,
  input: z.strictObject({ ...inRoom, parentId: MessageId.optional() }),
  output: Message,
  status: 201,
  errors: [RunNotFound, RunNotEnded, RunNotYours, MessageNotFound],
  limit: limits.post,
  idempotent: true,
});

export const sendTurn = defineRoute("assistants.send_turn", {
  http: "POST /rooms/:roomId/turns",
  summary: "Say something in a conversation with an assistant, going on from a message of your choice",
  description:
    "So a question is asked in other words beside the first one, and both branches stay. With the ids of its files they go with the new words, too.",
  permission: MessageSend,
  input: z
    .strictObject({
      roomId: RoomId,
      id: MessageId.optional(),
      afterId: MessageId.nullable().meta({ description: "The message it goes on from; null begins anew." }),
      body: z.string().max(200_000),
      attachmentIds: z.array(FileId).max(fileLimits.perMessage).default([]).meta({
        description: "Files that messages of this conversation hold; with files the body may be empty.",
      }),
    })
    .refine(saysSomething, emptyBody),
  output: Message,
  status: 201,
  errors: [MessageNotFound, MessageDeleted, MessageIdTaken, MessageTooLong, AttachmentNotFound, RoomKindWrong],
  limit: limits.post,
  idempotent: true,
  example: { afterId: null, body: "And on Sundays?" },
});

export const listTurns = defineRoute("assistants.list_turns", {
  http: "GET /rooms/:roomId/turns",
  summary: "The tree of a conversation with an assistant, and where you are in it",
  permission: RoomView,
  input: z.strictObject({ roomId: RoomId }),
  output: z.object({ turns: z.array(Turn), place: MessageId.nullable() }),
  errors: [RoomKindWrong],
  limit: limits.read,
});

export const movePlace = defineRoute("assistants.move_place", {
  http: "PUT /rooms/:roomId/place",
  summary: "Go to another branch",
  permission: RoomView,
  input: z.strictObject({ roomId: RoomId, messageId: MessageId }),
  output: Place,
  errors: [MessageNotFound, RoomKindWrong],
  limit: limits.write,
});
