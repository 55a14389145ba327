// One turn of an assistant, from the question to the message that answers it. It goes on whoever looks or not.
import { z } from "zod";
import { AccountRef } from "../accounts/account.ts";
import { defineError } from "../kit/error.ts";
import { AccountId, defineId } from "../kit/id.ts";
import { Timestamp } from "../kit/text.ts";
import { ToldFailure } from "../kit/told-failure.ts";
import { MessageId } from "../messages/message.ts";
import { ModelChoice } from "../models/choice.ts";
import { RoomId } from "../rooms/room.ts";
import { WorkspaceId } from "../workspaces/roles.ts";

export const RunId = defineId("RunId");
export type RunId = z.output<typeof RunId>;
export const ToolCallId = defineId("ToolCallId");
export type ToolCallId = z.output<typeof ToolCallId>;

export const runLimits = { textLength: 20_000, stepsCount: 16, sourcesCount: 40, activePerAccount: 8 } as const;

export const RunNotFound = defineError("run_not_found", {
  status: 404,
  title: "There is no such run",
  message: "Check the id; it does not exist in this room, or is somebody's own.",
});
export const RunEnded = defineError("run_ended", {
  status: 409,
  title: "This run has ended",
  message: "Ask again, or continue from what it wrote.",
});
export const RunNotEnded = defineError("run_not_ended", {
  status: 409,
  title: "This run is still going on",
  message: "Wait for its end, or stop it first.",
});
export const RunNotYours = defineError("run_not_yours", {
  status: 403,
  title: "Someone else asked",
  message: "Only who asked, or who may manage all assistants, can do this.",
});
export const TooManyRuns = defineError("too_many_runs", {
  status: 429,
  title: "Too many answers are being written for you",
  message: "Wait until one of them is done, or stop one.",
  data: z.object({ limit: z.int() }),
  retry: true,
});

/** What ends a run beside the declared failures of routes: by code, what people read. */
export const runFailures = {
  rights_lost: "Who asked may no longer ask here, so nothing was said.",
  may_not_ask: "You may not ask assistants in this room.",
  assistant_gone: "This assistant is not there any more.",
  message_gone: "The message that asked is not there any more.",
  not_heard:
    "Nobody could hear this voice note. An admin can choose who writes voice notes down; or write what you said.",
  no_model: "This needs a language model, and none is connected. An admin can connect one.",
  models_gone: "None of its models can be used by you at the moment; ask an admin, or another assistant.",
  no_answer: "The model gave no answer.",
  answer_too_long: "The answer grew longer than a message can be, and was cut.",
  tool_loop: "The model made the same call three times, and was stopped.",
  tools_failing: "Three calls in a row failed, and the model was stopped.",
  too_many_steps: "The model wanted more steps than a run may have, and was stopped.",
  took_too_long: "It took longer than a run may take.",
  given_up: "This was begun several times and never came to an end.",
  internal: "Something went wrong here. Ask again; if it stays so, tell an admin.",
} as const satisfies Record<string, string>;

/** Waiting states last until the person who asked decides: no time-out ever approves. */
export const RunState = z.enum([
  "queued",
  "running",
  "waiting_for_approval",
  "waiting_for_sign_in",
  "done",
  "failed",
  "stopped",
]);
export type RunState = z.output<typeof RunState>;

/** What a run is for: an answer is said in the room, the others are for who asked unless they are shared. */
export const RunPurpose = z.enum(["answer", "summary", "actions", "draft", "translation"]);
export type RunPurpose = z.output<typeof RunPurpose>;

/** Something that was shown to the assistant under a number; it can cite only what it was shown. */
export const Source = z
  .object({
    handle: z.int().meta({ description: "The number in the text, as in `[2]`." }),
    kind: z.enum(["message", "tool", "page"]),
    title: z.string(),
    quote: z.string().meta({ description: "Word for word." }),
    cited: z.boolean(),
    roomId: RoomId.nullable(),
    messageId: MessageId.nullable(),
    author: AccountRef.nullable(),
    at: Timestamp.nullable(),
    url: z.string().nullable(),
  })
  .meta({ id: "Source" });
export type Source = z.output<typeof Source>;

export const ToolCallState = z.enum([
  "proposed",
  "needs_approval",
  "needs_sign_in",
  "running",
  "done",
  "failed",
  "denied",
  "cancelled",
]);
export type ToolCallState = z.output<typeof ToolCallState>;

/** What everyone in the room sees of a call; what it says and brings is for who asked. */
export const ToolCallSummary = z
  .object({
    id: ToolCallId,
    name: z.string().meta({ description: "As `source__tool`." }),
    title: z.string(),
    source: z.string().meta({ description: "Where the tool comes from, in words." }),
    state: ToolCallState,
    startedAt: Timestamp.nullable(),
    endedAt: Timestamp.nullable(),
  })
  .meta({ id: "ToolCallSummary" });
export type ToolCallSummary = z.output<typeof ToolCallSummary>;

export const TokenUsage = z
  .object({
    inputTokens: z.int(),
    cachedInputTokens: z.int(),
    outputTokens: z.int(),
    reasoningTokens: z.int(),
    quality: z.enum(["reported", "estimated", "unknown", "none"]).meta({
      description: "Whether the provider told, we counted, nobody knows, or no model was asked.",
    }),
    costMicros: z.int().nullable().meta({ description: "Millionths of a dollar; null where there is no price." }),
  })
  .meta({ id: "TokenUsage" });
export type TokenUsage = z.output<typeof TokenUsage>;

export const Run = z
  .object({
    id: RunId,
    workspaceId: WorkspaceId,
    roomId: RoomId,
    assistant: AccountRef,
    askedBy: AccountRef,
    purpose: RunPurpose,
    audience: z.enum(["room", "asker"]).meta({ description: "Who may see it: everyone in the room, or who asked." }),
    state: RunState,
    promptId: MessageId.nullable().meta({ description: "The message that asked." }),
    messageId: MessageId.meta({ description: "The answer's id, known before the answer is there." }),
    parentId: MessageId.nullable().meta({ description: "The thread that it answers in." }),
    text: z
      .string()
      .meta({ description: "What is written so far; of an answer in the room, until its message is there." }),
    model: ModelChoice.extend({ name: z.string() })
      .nullable()
      .meta({ description: "Which model really answers; null is an answer by search." }),
    passedOver: z
      .array(z.object({ name: z.string(), reason: z.string(), code: z.string().optional() }))
      .meta({ description: "Models that were to answer and did not." }),
    sources: z.array(Source),
    calls: z.array(ToolCallSummary),
    read: z
      .object({ messages: z.int(), passages: z.int() })
      .meta({ description: "How much of conversations it was shown." }),
    unsourced: z
      .boolean()
      .meta({ description: "Whether it states things without a source although sources were asked for." }),
    usage: TokenUsage,
    failure: ToldFailure.nullable(),
    createdAt: Timestamp,
    startedAt: Timestamp.nullable(),
    endedAt: Timestamp.nullable(),
    version: z.int(),
  })
  .meta({ id: "Run" });
export type Run = z.output<typeof Run>;

/** A place in the tree of a conversation with an assistant: which message it goes on from. */
export const Turn = z
  .object({ messageId: MessageId, roomId: RoomId, parentId: MessageId.nullable(), runId: RunId.nullable() })
  .meta({ id: "Turn" });
export type Turn = z.output<typeof Turn>;

/** Where someone is in the tree: at the end of the branch that they see. */
export const Place = z
  .object({ roomId: RoomId, messageId: MessageId.nullable(), accountId: AccountId })
  .meta({ id: "Place" });
export type Place = z.output<typeof Place>;
