// What a call costs: said by an admin, since no source tells. It is held before a call, counted by budgets, and in the ledger.
import { z } from "zod";
import { ToolPattern } from "../assistants/assistant.ts";
import { defineError } from "../kit/error.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";
import { ToolManage } from "./source.ts";

export const priceLimits = { perWorkspace: 500, dearestMicros: 1_000_000_000 } as const;

export const ToolPriceLimitReached = defineError("tool_price_limit_reached", {
  status: 409,
  title: "The workspace has as many prices as it may",
  message: "Take one back, or name a whole source with `source__*`.",
  data: z.object({ limit: z.int() }),
});

/** Of a tool, or of every tool of a source that has none of its own. */
export const ToolPrice = z
  .object({
    workspaceId: WorkspaceId,
    pattern: ToolPattern,
    micros: z.int().min(0).max(priceLimits.dearestMicros).meta({ description: "Millionths of a dollar for a call." }),
    version: z.int().meta({ description: "What was spent before keeps the price that it had." }),
  })
  .meta({ id: "ToolPrice" });
export type ToolPrice = z.output<typeof ToolPrice>;

export const listToolPrices = defineRoute("tools.list_prices", {
  http: "GET /workspaces/:workspaceId/tool-prices",
  summary: "What calls of tools cost; those without a price cost nothing that is known",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(ToolPrice),
  limit: limits.read,
  etag: true,
});

export const setToolPrice = defineRoute("tools.set_price", {
  http: "PUT /workspaces/:workspaceId/tool-prices",
  summary: "Say what a call of a tool, or of any tool of a source, costs; null takes it back",
  permission: ToolManage,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    pattern: ToolPattern,
    micros: ToolPrice.shape.micros.nullable(),
  }),
  output: z.array(ToolPrice).meta({ description: "All prices of the workspace as they now are." }),
  errors: [ToolPriceLimitReached],
  limit: limits.write,
  example: { pattern: "althing__web_search", micros: 5_000 },
});
