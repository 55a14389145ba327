// A call of a tool: what exactly would be done, who decides, and what came of it. It is told to who asked, and to nobody else.
import { z } from "zod";
import { RunId, ToolCallId, ToolCallState } from "../assistants/run.ts";
import { defineError } from "../kit/error.ts";
import { AccountId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { definePermission } from "../kit/permission.ts";
import { defineRoute, pageQuery } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { RoomId, RoomView } from "../rooms/room.ts";
import { WorkspaceId } from "../workspaces/roles.ts";
import { ToolNotFound } from "./definition.ts";
import { ToolDecision } from "./policy.ts";
import { ToolSourceId } from "./source.ts";

export const callLimits = { resultBytes: 65_536, argumentsBytes: 32_768, openPerAccount: 20 } as const;

export const ToolUse = definePermission("tool.use", {
  on: "room",
  description: "Run tools by hand",
  roles: ["admin", "member"],
});

export const ToolCallNotFound = defineError("tool_call_not_found", {
  status: 404,
  title: "There is no such call",
  message: "Check the id; it does not exist in this room, or someone else asked for it.",
});
export const ToolCallDecided = defineError("tool_call_decided", {
  status: 409,
  title: "This call was decided already",
  message: "Look at what came of it.",
  data: z.object({ state: ToolCallState }),
});
export const ToolArgumentsWrong = defineError("tool_arguments_wrong", {
  status: 422,
  title: "The tool does not take these arguments",
  message: "Correct what is named, and try again.",
  data: z.object({ problems: z.array(z.string()) }),
});
export const ToolForbidden = defineError("tool_forbidden", {
  status: 403,
  title: "This tool is forbidden here",
  message: "A policy of the workspace, the room or the assistant forbids it; an admin can change that.",
  data: z.object({ reason: z.string() }),
});
export const TooManyToolCalls = defineError("too_many_tool_calls", {
  status: 429,
  title: "Too many calls are open for you",
  message: "Decide those that wait for you, or wait for those that run.",
  data: z.object({ limit: z.int() }),
  retry: true,
});

export const ToolFailureKind = z.enum([
  "bad_arguments",
  "forbidden",
  "no_such_tool",
  "tool_said_so",
  "upstream",
  "network",
  "time_limit",
  "rate_limited",
  "too_large",
  "resting",
  "sign_in_refused",
  "wants_input",
  "may_have_happened",
  "budget_exhausted",
  "internal",
]);
export type ToolFailureKind = z.output<typeof ToolFailureKind>;

/** A call as the person in whose name it is made sees it. */
export const ToolCall = z
  .object({
    id: ToolCallId,
    workspaceId: WorkspaceId,
    roomId: RoomId,
    runId: RunId.nullable().meta({ description: "The run that wants it; null where a person runs it by hand." }),
    assistantId: AccountId.nullable(),
    askedBy: AccountId,
    name: z.string(),
    title: z.string(),
    source: z.string(),
    sourceId: ToolSourceId.nullable(),
    state: ToolCallState,
    arguments: z.unknown().meta({ description: "Exactly what is, or would be, handed over." }),
    policy: z.object({
      decision: ToolDecision,
      reason: z.string(),
      mayRemember: z.boolean().meta({ description: "Whether you may allow this tool in this room for good." }),
    }),
    signIn: z
      .object({ host: z.string(), url: z.string().nullable() })
      .nullable()
      .meta({ description: "Where you must sign in before it can go on." }),
    result: z
      .object({ text: z.string(), truncated: z.boolean(), bytes: z.int() })
      .nullable()
      .meta({ description: "What came back, as it came: text of somebody else, to be believed no further than them." }),
    failure: z.object({ kind: ToolFailureKind, message: z.string() }).nullable(),
    micros: z
      .int()
      .nullable()
      .meta({ description: "What it cost, in millionths of a dollar; null where the tool has no price." }),
    createdAt: Timestamp,
    decidedAt: Timestamp.nullable(),
    startedAt: Timestamp.nullable(),
    endedAt: Timestamp.nullable(),
    version: z.int(),
  })
  .meta({ id: "ToolCall" });
export type ToolCall = z.output<typeof ToolCall>;

const inRoom = { roomId: RoomId, callId: ToolCallId };

export const listToolCalls = defineRoute("tools.list_calls", {
  http: "GET /rooms/:roomId/tool-calls",
  summary: "Calls made or wanted in your name in a room, the newest first",
  permission: RoomView,
  input: z.strictObject({
    roomId: RoomId,
    runId: RunId.optional(),
    waiting: z.enum(["true", "false"]).default("false").meta({ description: "Only those that wait for you." }),
    ...pageQuery,
  }),
  output: z.array(ToolCall),
  cursor: z.object({ before: z.int() }),
  limit: limits.read,
});

export const getToolCall = defineRoute("tools.get_call", {
  http: "GET /rooms/:roomId/tool-calls/:callId",
  summary: "A call that was made or is wanted in your name",
  permission: RoomView,
  input: z.strictObject(inRoom),
  output: ToolCall,
  errors: [ToolCallNotFound],
  limit: limits.read,
});

export const approveToolCall = defineRoute("tools.approve_call", {
  http: "POST /rooms/:roomId/tool-calls/:callId/approve",
  summary: "Let a call be made in your name, exactly as it is shown",
  description:
    "Only you can: nobody else, and no time-out. `room` also allows this tool in this room for you from now on.",
  permission: RoomView,
  input: z.strictObject({ ...inRoom, remember: z.enum(["once", "room"]).default("once") }),
  output: ToolCall,
  errors: [ToolCallNotFound, ToolCallDecided],
  limit: limits.write,
});

export const denyToolCall = defineRoute("tools.deny_call", {
  http: "POST /rooms/:roomId/tool-calls/:callId/deny",
  summary: "Refuse a call; the assistant is told, and goes on without",
  permission: RoomView,
  input: z.strictObject(inRoom),
  output: ToolCall,
  errors: [ToolCallNotFound, ToolCallDecided],
  limit: limits.write,
});

export const runTool = defineRoute("tools.run", {
  http: "POST /rooms/:roomId/tool-calls",
  summary: "Run a tool by hand, without any model",
  description: "The same policies count and the same record is kept; what came of it follows as `tools.call_changed`.",
  permission: ToolUse,
  input: z.strictObject({
    roomId: RoomId,
    tool: z.string().max(64),
    arguments: z.record(z.string(), z.unknown()).default({}),
  }),
  output: ToolCall,
  status: 201,
  errors: [ToolNotFound, ToolArgumentsWrong, ToolForbidden, TooManyToolCalls],
  limit: limits.create,
  idempotent: true,
  example: { tool: "althing__search", arguments: { query: "ferry" } },
});

export const listRunnableTools = defineRoute("tools.list_runnable", {
  http: "GET /rooms/:roomId/tools",
  summary: "The tools that you may run in a room, and whether each will ask",
  permission: ToolUse,
  input: z.strictObject({ roomId: RoomId }),
  output: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      description: z.string(),
      source: z.string(),
      inputSchema: z.record(z.string(), z.unknown()),
      decision: ToolDecision,
      reason: z.string(),
    }),
  ),
  limit: limits.read,
});
