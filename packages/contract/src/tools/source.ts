// Where tools come from: what Althing offers itself, servers of the Model Context Protocol, and plain HTTP services.
import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { definePermission } from "../kit/permission.ts";
import { defineRoute } from "../kit/route.ts";
import { line, paragraph, Timestamp } from "../kit/text.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";
import { SourceConnection, SourceCredential } from "./connection.ts";

export const ToolSourceId = defineId("ToolSourceId");
export type ToolSourceId = z.output<typeof ToolSourceId>;

export const sourceLimits = { perWorkspace: 50, toolsPerSource: 200 } as const;

/** What Althing itself offers, in every workspace, is a source under this id. */
export const builtInSourceId = "00000000-0000-7000-8000-0000a17b1e00" as ToolSourceId;

export const ToolManage = definePermission("tool.manage", {
  on: "workspace",
  description: "Connect sources of tools, approve their tools and say which may run without asking",
  roles: ["admin"],
});

export const ToolSourceNotFound = defineError("tool_source_not_found", {
  status: 404,
  title: "There is no such source of tools",
  message: "Choose one of the workspace's sources; it may have been removed.",
});
export const ToolSourceBuiltIn = defineError("tool_source_built_in", {
  status: 409,
  title: "This source is built in",
  message: "It cannot be changed or removed; a policy for `althing__*` can forbid its tools.",
});
export const ToolSourceSlugTaken = defineError("tool_source_slug_taken", {
  status: 409,
  title: "Another source has this short name",
  message: "Choose another short name; the tools of a source are known by it.",
});
export const ToolSourceLimitReached = defineError("tool_source_limit_reached", {
  status: 409,
  title: "The workspace has as many sources as it may",
  message: "Remove one before you connect another.",
  data: z.object({ limit: z.int() }),
});
export const ToolSourceInvalid = defineError("tool_source_invalid", {
  status: 422,
  title: "Nothing can be made of this description",
  message: "Correct what is named, and try again.",
  data: z.object({ problems: z.array(z.string()) }),
});

/** The first half of a tool's name, as in `source__tool`. */
export const SourceSlug = z
  .string()
  .regex(
    /^(?!.*__)[a-z0-9][a-z0-9_-]{0,30}(?<!_)$/,
    "must be small letters, digits, single `_` and `-`, at most 31 of them",
  )
  .refine((slug) => slug !== "althing", "is Althing's own");

/** How the last look at a source went. */
export const SourceHealth = z
  .object({
    state: z
      .enum(["unknown", "well", "failing", "resting", "needs_sign_in"])
      .meta({ description: "`resting`: it failed so often that it is not asked for a while." }),
    message: z.string().nullable(),
    checkedAt: Timestamp.nullable(),
  })
  .meta({ id: "ToolSourceHealth" });
export type SourceHealth = z.output<typeof SourceHealth>;

/** A source as everyone in the workspace may know it: no address, no credential. */
export const ToolSource = z
  .object({
    id: ToolSourceId,
    workspaceId: WorkspaceId,
    kind: z.enum(["builtin", "mcp", "http"]),
    slug: z.string(),
    title: z.string(),
    description: z.string(),
    auth: z.enum(["none", "header", "oauth"]).meta({ description: "With `oauth` each person signs in themselves." }),
    enabled: z.boolean(),
    precedence: z.int().meta({ description: "Of tools that do the same, those of the smaller number are preferred." }),
    health: SourceHealth,
    era: z.string().nullable().meta({ description: "The revision of the protocol that it speaks; null where none." }),
    counts: z.object({ approved: z.int(), pending: z.int(), quarantined: z.int() }),
    version: z.int(),
  })
  .meta({ id: "ToolSource" });
export type ToolSource = z.output<typeof ToolSource>;

/** With what is behind it, for who may manage tools. Secrets never come back. */
export const ToolSourceDetail = ToolSource.extend({
  connection: z.object({
    kind: z.enum(["builtin", "mcp", "operator", "openapi", "operations"]),
    address: z.string().nullable().meta({ description: "Where it is; null for what the operator runs." }),
  }),
  header: z.string().nullable().meta({ description: "The header that bears the credential." }),
  secretHint: z.string().nullable().meta({ description: "The end of the credential, to tell it from others." }),
  createdAt: Timestamp.nullable(),
}).meta({ id: "ToolSourceDetail" });
export type ToolSourceDetail = z.output<typeof ToolSourceDetail>;

const named = { workspaceId: WorkspaceId, sourceId: ToolSourceId };
const setting = {
  title: line(80),
  description: paragraph(500),
  enabled: z.boolean(),
  precedence: z.int().min(1).max(1_000),
};

export const listToolSources = defineRoute("tools.list_sources", {
  http: "GET /workspaces/:workspaceId/tool-sources",
  summary: "Where the workspace's tools come from, the preferred first",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(ToolSource),
  limit: limits.read,
  etag: true,
});

export const getToolSource = defineRoute("tools.get_source", {
  http: "GET /workspaces/:workspaceId/tool-sources/:sourceId",
  summary: "A source with its connection",
  permission: ToolManage,
  input: z.strictObject(named),
  output: ToolSourceDetail,
  errors: [ToolSourceNotFound],
  limit: limits.read,
  etag: true,
});

export const listOfferedSources = defineRoute("tools.list_offered_sources", {
  http: "GET /workspaces/:workspaceId/offered-tool-sources",
  summary: "Servers that the operator runs beside Althing, which the workspace may connect",
  permission: ToolManage,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(z.object({ name: z.string(), title: z.string(), description: z.string(), connected: z.boolean() })),
  limit: limits.read,
});

export const createToolSource = defineRoute("tools.create_source", {
  http: "POST /workspaces/:workspaceId/tool-sources",
  summary: "Connect a source of tools",
  description: "Its tools are looked at right after, and wait for approval before anyone may use them.",
  permission: ToolManage,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    slug: SourceSlug,
    title: setting.title,
    description: setting.description.default(""),
    precedence: setting.precedence.default(100),
    connection: SourceConnection,
    credential: SourceCredential.default({ kind: "none" }),
  }),
  output: ToolSourceDetail,
  status: 201,
  errors: [ToolSourceSlugTaken, ToolSourceLimitReached, ToolSourceInvalid],
  limit: limits.create,
  idempotent: true,
  example: { slug: "tides", title: "Tide tables", connection: { kind: "mcp", url: "https://tides.example.org/mcp" } },
});

export const updateToolSource = defineRoute("tools.update_source", {
  http: "PATCH /workspaces/:workspaceId/tool-sources/:sourceId",
  summary: "Rename a source, switch it off or on, place it before others, change its credential",
  permission: ToolManage,
  input: z.strictObject({
    ...named,
    ...z.strictObject(setting).partial().shape,
    credential: SourceCredential.optional(),
  }),
  output: ToolSourceDetail,
  errors: [ToolSourceNotFound, ToolSourceBuiltIn],
  limit: limits.write,
  ifMatch: true,
  example: { enabled: false },
});

export const removeToolSource = defineRoute("tools.remove_source", {
  http: "DELETE /workspaces/:workspaceId/tool-sources/:sourceId",
  summary: "Remove a source with its tools; calls that were made stay on record",
  permission: ToolManage,
  input: z.strictObject(named),
  output: z.null(),
  errors: [ToolSourceNotFound, ToolSourceBuiltIn],
  limit: limits.write,
});

export const inspectToolSource = defineRoute("tools.inspect_source", {
  http: "POST /workspaces/:workspaceId/tool-sources/:sourceId/inspect",
  summary: "Look at once which tools a source has",
  permission: ToolManage,
  input: z.strictObject(named),
  output: ToolSourceDetail,
  errors: [ToolSourceNotFound],
  limit: limits.create,
});
