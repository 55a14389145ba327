// What a source says that it can do. A definition counts as it was when an admin looked at it, and no further.
import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";
import { ToolManage, ToolSourceId } from "./source.ts";

export const ToolId = defineId("ToolId");
export type ToolId = z.output<typeof ToolId>;

export const ToolNotFound = defineError("tool_not_found", {
  status: 404,
  title: "There is no such tool",
  message: "Choose one of the tools that the workspace may use.",
});
export const ToolChanged = defineError("tool_changed", {
  status: 409,
  title: "The tool has changed since you looked",
  message: "Look at what it says now before you approve it.",
  data: z.object({ toolIds: z.array(z.uuid()) }),
});

/** `quarantined`: it changed after it was approved. `removed`: its source no longer has it. */
export const ToolState = z.enum(["pending", "approved", "quarantined", "removed"]);
export type ToolState = z.output<typeof ToolState>;

/** The words of a definition: all of them come from the source, and none is believed. */
export const ToolWording = z
  .object({
    title: z.string().nullable(),
    description: z.string(),
    inputSchema: z.record(z.string(), z.unknown()),
    hints: z
      .object({ readOnly: z.boolean(), destructive: z.boolean(), openWorld: z.boolean() })
      .partial()
      .meta({ description: "What the source says of its tool. Nothing is allowed because of it." }),
  })
  .meta({ id: "ToolWording" });
export type ToolWording = z.output<typeof ToolWording>;

export const Tool = z
  .object({
    id: ToolId,
    workspaceId: WorkspaceId,
    sourceId: ToolSourceId,
    name: z.string().meta({ description: "As `source__tool`; at most 64 characters." }),
    wording: ToolWording,
    fingerprint: z.string().meta({ description: "Changes with every word of the definition." }),
    state: ToolState,
    reads: z.boolean().meta({ description: "Whether Althing itself knows that it only reads." }),
    approved: ToolWording.nullable().meta({ description: "What was approved, where that is not what it says now." }),
    approvedAt: Timestamp.nullable(),
  })
  .meta({ id: "Tool" });
export type Tool = z.output<typeof Tool>;

export const listTools = defineRoute("tools.list", {
  http: "GET /workspaces/:workspaceId/tools",
  summary: "The tools of the workspace by name; who may not manage them sees those in use",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId, sourceId: ToolSourceId.optional() }),
  output: z.array(Tool),
  limit: limits.read,
  etag: true,
});

export const approveTools = defineRoute("tools.approve", {
  http: "POST /workspaces/:workspaceId/tools/approve",
  summary: "Let tools be used as they are now",
  description: "Each is named with the fingerprint you looked at: if it says something else by now, none is approved.",
  permission: ToolManage,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    tools: z
      .array(z.strictObject({ id: ToolId, fingerprint: z.string().max(100) }))
      .min(1)
      .max(200),
  }),
  output: z.array(Tool),
  errors: [ToolNotFound, ToolChanged],
  limit: limits.write,
});

export const withdrawTools = defineRoute("tools.withdraw", {
  http: "POST /workspaces/:workspaceId/tools/withdraw",
  summary: "Let tools no longer be used",
  permission: ToolManage,
  input: z.strictObject({ workspaceId: WorkspaceId, toolIds: z.array(ToolId).min(1).max(200) }),
  output: z.array(Tool),
  errors: [ToolNotFound],
  limit: limits.write,
});

const Candidate = z.object({ toolId: ToolId, name: z.string(), source: z.string(), precedence: z.int() });

/** Tools that do the same, as far as their words tell. */
export const ToolConflict = z
  .object({
    likeness: z.enum(["same_name", "similar_purpose"]),
    candidates: z.array(Candidate).meta({ description: "The preferred first." }),
    chosen: z.string().meta({ description: "What an assistant is given unless its settings name the others." }),
    reason: z.string(),
  })
  .meta({ id: "ToolConflict" });
export type ToolConflict = z.output<typeof ToolConflict>;

export const listToolConflicts = defineRoute("tools.list_conflicts", {
  http: "GET /workspaces/:workspaceId/tool-conflicts",
  summary: "Which tools do the same, which one is preferred and why",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(ToolConflict),
  limit: limits.read,
});
