import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { AccountId, defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { builtInRoles, definePermission } from "../kit/permission.ts";
import { defineRoute } from "../kit/route.ts";
import { line } from "../kit/text.ts";

export const WorkspaceId = defineId("WorkspaceId");
export type WorkspaceId = z.output<typeof WorkspaceId>;

export const WorkspaceView = definePermission("workspace.view", {
  on: "workspace",
  description: "See the workspace and its people",
  changes: false,
  roles: ["admin", "member", "guest"],
});
export const WorkspaceUpdate = definePermission("workspace.update", {
  on: "workspace",
  description: "Change the workspace's name and settings",
  roles: ["admin"],
});
export const RoleManage = definePermission("role.manage", {
  on: "workspace",
  description: "Make roles and give them to members",
  roles: ["admin"],
});
export const MemberRemove = definePermission("member.remove", {
  on: "workspace",
  description: "Remove members from the workspace",
  roles: ["admin"],
});
export const InvitationCreate = definePermission("invitation.create", {
  on: "workspace",
  description: "Invite people",
  roles: ["admin", "member"],
});
export const InvitationManage = definePermission("invitation.manage", {
  on: "workspace",
  description: "See and withdraw all invitations",
  roles: ["admin"],
});
export const WorkspaceImport = definePermission("workspace.import", {
  on: "workspace",
  description: "Bring in history from elsewhere",
  roles: ["admin"],
});

export const MemberNotFound = defineError("member_not_found", {
  status: 404,
  title: "This person is not a member",
  message: "Check the id, or invite them first.",
});
export const RoleNotFound = defineError("role_not_found", {
  status: 404,
  title: "There is no such role",
  message: "Choose one of the workspace's roles.",
});
export const RoleBuiltIn = defineError("role_built_in", {
  status: 409,
  title: "This role is built in",
  message: "Built-in roles cannot be changed; make a role of your own.",
});
export const RoleTaken = defineError("role_taken", {
  status: 409,
  title: "There is a role of this name",
  message: "Choose another name.",
});
export const RoleTooHigh = defineError("role_too_high", {
  status: 403,
  title: "This role holds more than yours",
  message: "You may give only permissions that you hold yourself; ask an owner.",
});
export const LastOwner = defineError("last_owner", {
  status: 409,
  title: "A workspace needs an owner",
  message: "Make someone else an owner first.",
});

export const RoleName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/, "must be a-z, 0-9 and dashes")
  .meta({ examples: ["harbour-pilot"] });

export const Role = z
  .object({
    name: z.string(),
    title: z.string(),
    permissions: z.array(z.string()),
    builtIn: z.boolean(),
  })
  .meta({ id: "Role" });
export type Role = z.output<typeof Role>;

export const BuiltInRoleName = z.enum(builtInRoles);

export const listRoles = defineRoute("workspaces.list_roles", {
  http: "GET /workspaces/:workspaceId/roles",
  summary: "The workspace's roles with their permissions",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(Role),
  limit: limits.read,
});

export const createRole = defineRoute("workspaces.create_role", {
  http: "POST /workspaces/:workspaceId/roles",
  summary: "Make a role of your own",
  permission: RoleManage,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    name: RoleName,
    title: line(60),
    permissions: z.array(z.string().max(60)).max(200),
  }),
  output: Role,
  status: 201,
  errors: [RoleTaken, RoleTooHigh],
  limit: limits.create,
  idempotent: true,
  example: { name: "moderator", title: "Moderator", permissions: ["message.delete", "message.pin"] },
});

export const updateRole = defineRoute("workspaces.update_role", {
  http: "PATCH /workspaces/:workspaceId/roles/:name",
  summary: "Change a role's title or permissions",
  permission: RoleManage,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    name: RoleName,
    title: line(60).optional(),
    permissions: z.array(z.string().max(60)).max(200).optional(),
  }),
  output: Role,
  errors: [RoleNotFound, RoleBuiltIn, RoleTooHigh],
  limit: limits.write,
});

export const deleteRole = defineRoute("workspaces.delete_role", {
  http: "DELETE /workspaces/:workspaceId/roles/:name",
  summary: "Delete a role; those who held it keep their others",
  permission: RoleManage,
  input: z.strictObject({ workspaceId: WorkspaceId, name: RoleName }),
  output: z.null(),
  errors: [RoleNotFound, RoleBuiltIn],
  limit: limits.write,
});

export const setMemberRoles = defineRoute("workspaces.set_member_roles", {
  http: "PATCH /workspaces/:workspaceId/members/:accountId",
  summary: "Give a member other roles",
  permission: RoleManage,
  input: z.strictObject({ workspaceId: WorkspaceId, accountId: AccountId, roles: z.array(RoleName).min(1).max(20) }),
  output: z.object({ accountId: AccountId, roles: z.array(z.string()) }),
  errors: [RoleNotFound, RoleTooHigh, LastOwner, MemberNotFound],
  limit: limits.write,
});

export const listPermissions = defineRoute("workspaces.list_permissions", {
  http: "GET /permissions",
  summary: "Every permission there is, with what it allows and who holds it at first",
  input: z.strictObject({}),
  output: z.array(
    z.object({
      name: z.string(),
      on: z.enum(["workspace", "room"]),
      description: z.string(),
      roles: z.array(z.string()),
    }),
  ),
  limit: limits.read,
  etag: true,
});
