// An assistant is an account of its workspace that answers: its settings are kept by version, its id is the account's.
import { z } from "zod";
import { Avatar, Handle } from "../accounts/account.ts";
import { HandleTaken } from "../accounts/auth.ts";
import { defineError } from "../kit/error.ts";
import { AccountId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { definePermission } from "../kit/permission.ts";
import { defineRoute } from "../kit/route.ts";
import { line, paragraph, Timestamp } from "../kit/text.ts";
import { ModelChoice, ModelNotAllowed } from "../models/choice.ts";
import { RoomId } from "../rooms/room.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";

export const AssistantCreate = definePermission("assistant.create", {
  on: "workspace",
  description: "Make assistants",
  roles: ["admin", "member"],
});
export const AssistantManage = definePermission("assistant.manage", {
  on: "workspace",
  description: "Change and archive the assistants of others",
  roles: ["admin"],
});
export const AssistantAsk = definePermission("assistant.ask", {
  on: "room",
  description: "Ask assistants",
  roles: ["admin", "member", "guest"],
});

export const AssistantNotFound = defineError("assistant_not_found", {
  status: 404,
  title: "There is no such assistant",
  message: "Check the id; it does not exist, was archived, or is somebody's own.",
});
export const AssistantBuiltIn = defineError("assistant_built_in", {
  status: 409,
  title: "This assistant is built in",
  message: "It comes with the workspace and stays as it is; make one of your own.",
});
export const AssistantNotYours = defineError("assistant_not_yours", {
  status: 403,
  title: "This is someone else's assistant",
  message: "Only who made it, or who may manage all assistants, can look behind it and change it.",
});
export const AssistantVersionNotFound = defineError("assistant_version_not_found", {
  status: 404,
  title: "There is no such version",
  message: "Choose one of the assistant's versions.",
});

export const assistantLimits = {
  instructionsLength: 20_000,
  startersCount: 8,
  fallbacksCount: 5,
  versionsKept: 200,
} as const;

/** What an assistant may call: a tool by its name, or with `__*` all of a source. */
export const ToolPattern = z
  .string()
  .max(130)
  .regex(/^[a-z0-9][a-z0-9_-]*__(?:\*|[\w.-]+)$/i, "must be `source__tool` or `source__*`")
  .meta({ examples: ["althing__search"] });

const Parameters = z.strictObject({
  temperature: z.number().min(0).max(2).nullable().default(null),
  topP: z.number().min(0).max(1).nullable().default(null),
  maxOutputTokens: z.int().min(1).max(200_000).nullable().default(null),
});

/** What makes an assistant; each change is a new version. */
export const AssistantSettings = z.strictObject({
  name: line(80),
  description: paragraph(500).default(""),
  avatar: z
    .strictObject({ color: z.string().regex(/^#[0-9a-f]{6}$/), emoji: z.string().max(32).nullable() })
    .optional(),
  instructions: paragraph(assistantLimits.instructionsLength).default(""),
  model: ModelChoice.nullable()
    .default(null)
    .meta({ description: "Without one it answers by quoting what it finds, and says so." }),
  fallbacks: z
    .array(ModelChoice)
    .max(assistantLimits.fallbacksCount)
    .default([])
    .meta({ description: "Asked in order where the model does not answer." }),
  parameters: Parameters.default({ temperature: null, topP: null, maxOutputTokens: null }),
  tools: z.array(ToolPattern).max(100).default([]),
  knowledge: z
    .strictObject({
      reach: z.enum(["conversation", "readable", "chosen"]),
      roomIds: z.array(RoomId).max(50).default([]),
    })
    .default({ reach: "readable", roomIds: [] })
    .meta({
      description: "What it looks things up in: nothing else, all that every reader may see, or of that these rooms.",
    }),
  citesSources: z.boolean().default(true),
  starters: z.array(line(200)).max(assistantLimits.startersCount).default([]),
  visibility: z.enum(["workspace", "private"]).default("workspace"),
});
export type AssistantSettings = z.output<typeof AssistantSettings>;

const { shape } = AssistantSettings;
/** What of the settings is given changes; the rest stays, so nothing here has a default. */
const SettingsChanges = z.strictObject({
  name: shape.name.optional(),
  description: shape.description.unwrap().optional(),
  avatar: shape.avatar,
  instructions: shape.instructions.unwrap().optional(),
  model: shape.model.unwrap().optional(),
  fallbacks: shape.fallbacks.unwrap().optional(),
  parameters: shape.parameters.unwrap().optional(),
  tools: shape.tools.unwrap().optional(),
  knowledge: shape.knowledge.unwrap().optional(),
  citesSources: shape.citesSources.unwrap().optional(),
  starters: shape.starters.unwrap().optional(),
  visibility: shape.visibility.unwrap().optional(),
});

/** An assistant as everyone who may ask it sees it. */
export const Assistant = z
  .object({
    id: AccountId.meta({ description: "The assistant's account." }),
    workspaceId: WorkspaceId,
    handle: z.string(),
    name: z.string(),
    avatar: Avatar,
    description: z.string(),
    model: ModelChoice.nullable(),
    starters: z.array(z.string()),
    tools: z.array(z.string()),
    visibility: z.enum(["workspace", "private"]),
    ownerId: AccountId.nullable(),
    builtIn: z.boolean(),
    version: z.int(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
    archivedAt: Timestamp.nullable(),
  })
  .meta({ id: "Assistant" });
export type Assistant = z.output<typeof Assistant>;

/** With what is behind it, for those who may change it. */
export const AssistantDetail = Assistant.extend({ settings: AssistantSettings }).meta({ id: "AssistantDetail" });
export type AssistantDetail = z.output<typeof AssistantDetail>;

export const AssistantVersion = z
  .object({ version: z.int(), settings: AssistantSettings, at: Timestamp, by: AccountId.nullable(), note: z.string() })
  .meta({ id: "AssistantVersion" });
export type AssistantVersion = z.output<typeof AssistantVersion>;

const named = { workspaceId: WorkspaceId, assistantId: AccountId };
const exampleSettings = {
  name: "Pilot",
  description: "Knows the harbour",
  instructions: "Answer in one paragraph.",
  starters: ["When does the next ferry leave?"],
};

export const listAssistants = defineRoute("assistants.list", {
  http: "GET /workspaces/:workspaceId/assistants",
  summary: "The assistants you may ask: the workspace's and your own",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId, archived: z.enum(["true", "false"]).default("false") }),
  output: z.array(Assistant),
  limit: limits.read,
  etag: true,
});

export const getAssistant = defineRoute("assistants.get", {
  http: "GET /workspaces/:workspaceId/assistants/:assistantId",
  summary: "An assistant with its settings",
  permission: WorkspaceView,
  input: z.strictObject(named),
  output: AssistantDetail,
  errors: [AssistantNotFound, AssistantNotYours],
  limit: limits.read,
  etag: true,
});

export const createAssistant = defineRoute("assistants.create", {
  http: "POST /workspaces/:workspaceId/assistants",
  summary: "Make an assistant",
  permission: AssistantCreate,
  input: z.strictObject({ workspaceId: WorkspaceId, handle: Handle.optional(), ...AssistantSettings.shape }),
  output: AssistantDetail,
  status: 201,
  errors: [HandleTaken, ModelNotAllowed],
  limit: limits.create,
  idempotent: true,
  example: exampleSettings,
});

export const updateAssistant = defineRoute("assistants.update", {
  http: "PATCH /workspaces/:workspaceId/assistants/:assistantId",
  summary: "Change an assistant; its former version stays",
  permission: WorkspaceView,
  input: z.strictObject({
    ...named,
    ...SettingsChanges.shape,
    note: line(200).optional().meta({ description: "What the change is for." }),
  }),
  output: AssistantDetail,
  errors: [AssistantNotFound, AssistantNotYours, AssistantBuiltIn, ModelNotAllowed],
  limit: limits.write,
  ifMatch: true,
  example: { instructions: "Answer in two paragraphs.", note: "More room" },
});

export const archiveAssistant = defineRoute("assistants.archive", {
  http: "DELETE /workspaces/:workspaceId/assistants/:assistantId",
  summary: "Archive an assistant; what it said stays",
  permission: WorkspaceView,
  input: z.strictObject(named),
  output: Assistant,
  errors: [AssistantNotFound, AssistantNotYours, AssistantBuiltIn],
  limit: limits.write,
});

export const listAssistantVersions = defineRoute("assistants.list_versions", {
  http: "GET /workspaces/:workspaceId/assistants/:assistantId/versions",
  summary: "How an assistant was set, the newest first",
  permission: WorkspaceView,
  input: z.strictObject(named),
  output: z.array(AssistantVersion),
  errors: [AssistantNotFound, AssistantNotYours],
  limit: limits.read,
});

export const restoreAssistantVersion = defineRoute("assistants.restore_version", {
  http: "POST /workspaces/:workspaceId/assistants/:assistantId/versions/:version/restore",
  summary: "Make a former version the current one again, as a new version",
  permission: WorkspaceView,
  input: z.strictObject({
    ...named,
    version: z.coerce
      .number()
      .int()
      .min(1)
      .meta({ examples: [2] }),
  }),
  output: AssistantDetail,
  errors: [AssistantNotFound, AssistantNotYours, AssistantBuiltIn, AssistantVersionNotFound, ModelNotAllowed],
  limit: limits.write,
});
