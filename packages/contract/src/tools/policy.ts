// Which tools may run: deny is stronger than ask, ask is stronger than allow, and nothing a tool says makes it weaker.
import { z } from "zod";
import { ToolPattern } from "../assistants/assistant.ts";
import { defineError } from "../kit/error.ts";
import { AccountId, defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { RoomId, RoomNotFound } from "../rooms/room.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";
import { ToolManage } from "./source.ts";

export const ToolPolicyId = defineId("ToolPolicyId");
export type ToolPolicyId = z.output<typeof ToolPolicyId>;

export const policyLimits = { perWorkspace: 500 } as const;

export const ToolPolicyNotFound = defineError("tool_policy_not_found", {
  status: 404,
  title: "There is no such policy",
  message: "It may have been removed; look at the list again.",
});
export const ToolPolicyLimitReached = defineError("tool_policy_limit_reached", {
  status: 409,
  title: "The workspace has as many policies as it may",
  message: "Remove one, or name a whole source with `source__*`.",
  data: z.object({ limit: z.int() }),
});

/** `ask` shows the exact call to the person in whose name it would be made, each time. */
export const ToolDecision = z.enum(["deny", "ask", "allow"]);
export type ToolDecision = z.output<typeof ToolDecision>;

/** At most one of `roomId` and `assistantId`; neither is for the whole workspace. */
export const ToolPolicy = z
  .object({
    id: ToolPolicyId,
    workspaceId: WorkspaceId,
    roomId: RoomId.nullable(),
    assistantId: AccountId.nullable(),
    pattern: ToolPattern,
    decision: ToolDecision,
  })
  .meta({ id: "ToolPolicy" });
export type ToolPolicy = z.output<typeof ToolPolicy>;

export const listToolPolicies = defineRoute("tools.list_policies", {
  http: "GET /workspaces/:workspaceId/tool-policies",
  summary: "What is said of tools: for the workspace, its assistants, and the rooms that you may see",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(ToolPolicy),
  limit: limits.read,
  etag: true,
});

export const setToolPolicy = defineRoute("tools.set_policy", {
  http: "PUT /workspaces/:workspaceId/tool-policies",
  summary: "Say whether a tool may run without asking, asks, or is forbidden",
  description:
    "Of everything that fits a call the strictest counts. What was said of the same tools there is replaced.",
  permission: ToolManage,
  input: z
    .strictObject({
      workspaceId: WorkspaceId,
      roomId: RoomId.nullable().default(null),
      assistantId: AccountId.nullable().default(null),
      pattern: ToolPattern,
      decision: ToolDecision,
    })
    .refine(({ roomId, assistantId }) => !roomId || !assistantId, "is for a room or for an assistant, not for both"),
  output: ToolPolicy,
  errors: [ToolPolicyLimitReached, RoomNotFound],
  limit: limits.write,
  example: { pattern: "tides__*", decision: "allow" },
});

export const removeToolPolicy = defineRoute("tools.remove_policy", {
  http: "DELETE /workspaces/:workspaceId/tool-policies/:policyId",
  summary: "Take back what was said of a tool",
  permission: ToolManage,
  input: z.strictObject({ workspaceId: WorkspaceId, policyId: ToolPolicyId }),
  output: z.null(),
  errors: [ToolPolicyNotFound],
  limit: limits.write,
});
