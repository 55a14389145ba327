// Prompts that are written once and used again, with blanks to fill in.
import { z } from "zod";
import { AccountRef } from "../accounts/account.ts";
import { defineError } from "../kit/error.ts";
import { defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { definePermission } from "../kit/permission.ts";
import { defineRoute } from "../kit/route.ts";
import { line, paragraph, Timestamp } from "../kit/text.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";

export const PromptId = defineId("PromptId");
export type PromptId = z.output<typeof PromptId>;

export const PromptShare = definePermission("prompt.share", {
  on: "workspace",
  description: "Share prompts with the workspace",
  roles: ["admin", "member"],
});
export const PromptManage = definePermission("prompt.manage", {
  on: "workspace",
  description: "Change and delete shared prompts of others",
  roles: ["admin"],
});

export const promptLimits = {
  bodyLength: 10_000,
  variablesCount: 20,
  promptsPerPerson: 500,
  versionsKept: 20,
} as const;

export const PromptNotFound = defineError("prompt_not_found", {
  status: 404,
  title: "There is no such prompt",
  message: "Check the id; it does not exist, or is somebody's own.",
});
export const PromptNotYours = defineError("prompt_not_yours", {
  status: 403,
  title: "This is someone else's prompt",
  message: "Copy it and change the copy; only its owner, or who may manage prompts, can change this one.",
});
export const PromptLimitReached = defineError("prompt_limit_reached", {
  status: 409,
  title: "You have as many prompts as you can keep",
  message: "Delete one that you no longer use.",
  data: z.object({ limit: z.int() }),
});

/** A blank in a prompt: in its text it stands as `{{name}}`. */
export const PromptVariable = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/i, "must be a letter, then letters, digits and underscores"),
    label: z.string().trim().max(80).default(""),
    kind: z.enum(["line", "text", "number", "choice"]).default("line"),
    choices: z.array(line(80)).max(30).default([]),
    default: z.string().max(2_000).default(""),
    required: z.boolean().default(true),
  })
  .refine(({ kind, choices }) => kind !== "choice" || choices.length > 0, "a choice needs something to choose from")
  .refine(
    (one) => one.kind !== "choice" || one.default === "" || one.choices.includes(one.default),
    "the default must be one of the choices",
  )
  .refine(
    (one) => one.kind !== "number" || one.default === "" || Number.isFinite(Number(one.default)),
    "the default must be a number",
  );
export type PromptVariable = z.output<typeof PromptVariable>;

const written = {
  title: line(120),
  description: paragraph(500),
  body: z.string().trim().min(1).max(promptLimits.bodyLength).meta({ description: "With `{{name}}` for each blank." }),
  variables: z
    .array(PromptVariable)
    .max(promptLimits.variablesCount)
    .refine((all) => new Set(all.map(({ name }) => name)).size === all.length, "each needs a name of its own"),
  shared: z.boolean().meta({ description: "Whether everyone in the workspace may use it." }),
};

export const Prompt = z
  .object({
    id: PromptId,
    workspaceId: WorkspaceId,
    owner: AccountRef,
    ...written,
    version: z.int(),
    createdAt: Timestamp,
    updatedAt: Timestamp,
  })
  .meta({ id: "Prompt" });
export type Prompt = z.output<typeof Prompt>;

export const PromptVersion = z
  .object({ version: z.int(), title: z.string(), body: z.string(), variables: z.array(PromptVariable), at: Timestamp })
  .meta({ id: "PromptVersion" });
export type PromptVersion = z.output<typeof PromptVersion>;

const named = { workspaceId: WorkspaceId, promptId: PromptId };

export const listPrompts = defineRoute("chats.list_prompts", {
  http: "GET /workspaces/:workspaceId/prompts",
  summary: "The prompts that you may use: your own and the shared ones",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(Prompt),
  limit: limits.read,
  etag: true,
});

export const createPrompt = defineRoute("chats.create_prompt", {
  http: "POST /workspaces/:workspaceId/prompts",
  summary: "Keep a prompt for using it again",
  description: "A shared one needs the permission `prompt.share`.",
  permission: WorkspaceView,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    ...written,
    description: written.description.default(""),
    variables: written.variables.default([]),
    shared: written.shared.default(false),
  }),
  output: Prompt,
  status: 201,
  errors: [PromptLimitReached],
  limit: limits.create,
  idempotent: true,
  example: {
    title: "Answer a complaint",
    body: "Draft an answer to {{customer}}, who complains about {{matter}}. Tone: {{tone}}.",
    variables: [{ name: "tone", kind: "choice", choices: ["warm", "formal"], default: "warm" }],
  },
});

export const updatePrompt = defineRoute("chats.update_prompt", {
  http: "PATCH /workspaces/:workspaceId/prompts/:promptId",
  summary: "Change a prompt; its former texts stay for a while",
  permission: WorkspaceView,
  input: z.strictObject({ ...named, ...z.strictObject(written).partial().shape }),
  output: Prompt,
  errors: [PromptNotFound, PromptNotYours],
  limit: limits.write,
  ifMatch: true,
  example: { title: "Answer a complaint kindly" },
});

export const deletePrompt = defineRoute("chats.delete_prompt", {
  http: "DELETE /workspaces/:workspaceId/prompts/:promptId",
  summary: "Delete a prompt",
  permission: WorkspaceView,
  input: z.strictObject(named),
  output: z.null(),
  errors: [PromptNotFound, PromptNotYours],
  limit: limits.write,
});

export const listPromptVersions = defineRoute("chats.list_prompt_versions", {
  http: "GET /workspaces/:workspaceId/prompts/:promptId/versions",
  summary: "What a prompt was before, the newest first",
  permission: WorkspaceView,
  input: z.strictObject(named),
  output: z.array(PromptVersion),
  errors: [PromptNotFound],
  limit: limits.read,
});
