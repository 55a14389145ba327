// How tools fare, from counts that are kept as calls end.
import { z } from "zod";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { WorkspaceId } from "../workspaces/roles.ts";
import { ToolFailureKind } from "./call.ts";
import { ToolManage } from "./source.ts";

export const ToolMetrics = z
  .object({
    name: z.string(),
    calls: z.int().meta({ description: "Calls that were made and have ended." }),
    succeeded: z.int(),
    failures: z.partialRecord(ToolFailureKind, z.int()),
    successRate: z.number().nullable(),
    p50Ms: z.number().nullable(),
    p95Ms: z.number().nullable(),
    bytes: z.int(),
    asked: z.int().meta({ description: "How often somebody was asked and decided." }),
    approved: z.int(),
    approvalSeconds: z.number().nullable().meta({ description: "How long people took to decide, on average." }),
    lastFailure: z.object({ kind: ToolFailureKind, at: z.iso.date() }).nullable(),
  })
  .meta({ id: "ToolMetrics" });
export type ToolMetrics = z.output<typeof ToolMetrics>;

export const getToolMetrics = defineRoute("tools.get_metrics", {
  http: "GET /workspaces/:workspaceId/tool-metrics",
  summary: "How each tool fared: calls, success, time, what went wrong, and what people decided",
  permission: ToolManage,
  input: z.strictObject({ workspaceId: WorkspaceId, days: z.coerce.number().int().min(1).max(90).default(30) }),
  output: z.array(ToolMetrics),
  limit: limits.read,
});
