import { z } from "zod";
import { Profile } from "../accounts/account.ts";
import { PresenceState } from "../accounts/people.ts";
import { defineError } from "../kit/error.ts";
import { AccountId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute, pageQuery } from "../kit/route.ts";
import { line, Timestamp } from "../kit/text.ts";
import {
  LastOwner,
  MemberNotFound,
  MemberRemove,
  RoleTooHigh,
  WorkspaceId,
  WorkspaceImport,
  WorkspaceUpdate,
  WorkspaceView,
} from "./roles.ts";

export const WorkspaceNotFound = defineError("workspace_not_found", {
  status: 404,
  title: "There is no such workspace",
  message: "Check the id; you see only workspaces you are a member of.",
});
export const WorkspaceSlugTaken = defineError("workspace_slug_taken", {
  status: 409,
  title: "There is a workspace at this address",
  message: "Choose another short name.",
});

const Slug = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, "must be 1 to 40 of a-z, 0-9 and dashes");

export const Workspace = z
  .object({
    id: WorkspaceId,
    slug: z.string(),
    name: z.string(),
    memberCount: z.int(),
    roles: z.array(z.string()).meta({ description: "Your own roles in it." }),
    permissions: z.array(z.string()).meta({ description: "What you may do in it." }),
    head: z.int().meta({ description: "The newest number in the feed `workspace:{id}`." }),
    version: z.int(),
    createdAt: Timestamp,
  })
  .meta({ id: "Workspace" });
export type Workspace = z.output<typeof Workspace>;

export const Member = Profile.extend({
  roles: z.array(z.string()),
  joinedAt: Timestamp,
  presence: PresenceState,
}).meta({ id: "Member" });
export type Member = z.output<typeof Member>;

export const listWorkspaces = defineRoute("workspaces.list", {
  http: "GET /workspaces",
  summary: "Your workspaces",
  input: z.strictObject({}),
  output: z.array(Workspace),
  limit: limits.read,
  etag: true,
});

export const createWorkspace = defineRoute("workspaces.create", {
  http: "POST /workspaces",
  summary: "Make a workspace of your own",
  input: z.strictObject({ name: line(80), slug: Slug.optional() }),
  output: Workspace,
  status: 201,
  errors: [WorkspaceSlugTaken],
  limit: limits.create,
  idempotent: true,
  example: { name: "Harbour" },
});

export const getWorkspace = defineRoute("workspaces.get", {
  http: "GET /workspaces/:workspaceId",
  summary: "A workspace",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: Workspace,
  limit: limits.read,
  etag: true,
});

export const updateWorkspace = defineRoute("workspaces.update", {
  http: "PATCH /workspaces/:workspaceId",
  summary: "Change a workspace's name or address",
  permission: WorkspaceUpdate,
  input: z.strictObject({ workspaceId: WorkspaceId, name: line(80).optional(), slug: Slug.optional() }),
  output: Workspace,
  errors: [WorkspaceSlugTaken],
  limit: limits.write,
  ifMatch: true,
});

export const listMembers = defineRoute("workspaces.list_members", {
  http: "GET /workspaces/:workspaceId/members",
  summary: "The workspace's people, by name",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId, query: z.string().trim().max(80).optional(), ...pageQuery }),
  output: z.array(Member),
  cursor: z.object({ name: z.string(), id: AccountId }),
  limit: limits.read,
});

export const removeMember = defineRoute("workspaces.remove_member", {
  http: "DELETE /workspaces/:workspaceId/members/:accountId",
  summary: "Remove a member from the workspace and all its rooms",
  permission: MemberRemove,
  input: z.strictObject({ workspaceId: WorkspaceId, accountId: AccountId }),
  output: z.null(),
  errors: [MemberNotFound, LastOwner, RoleTooHigh],
  limit: limits.write,
});

export const leaveWorkspace = defineRoute("workspaces.leave", {
  http: "POST /workspaces/:workspaceId/leave",
  summary: "Leave a workspace and all its rooms",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.null(),
  errors: [LastOwner],
  limit: limits.write,
});

export const importAccounts = defineRoute("workspaces.import_accounts", {
  http: "POST /workspaces/:workspaceId/imported-accounts",
  summary: "Find or make the accounts that speak in imported history",
  description:
    "An imported account cannot sign in. The same `source` and `externalName` always give the same account; its handle is the nearest free one.",
  permission: WorkspaceImport,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    source: line(80),
    names: z.array(line(80)).min(1).max(500),
  }),
  output: z.array(
    z.object({ externalName: z.string(), accountId: AccountId, handle: z.string(), created: z.boolean() }),
  ),
  limit: limits.write,
});
