import { z } from "zod";
import { WorkspaceSummary } from "../accounts/account.ts";
import { defineEvent, everyone } from "../kit/event.ts";
import { AccountId } from "../kit/id.ts";
import { Role, WorkspaceId } from "./roles.ts";
import { Member } from "./workspace.ts";

export const WorkspaceUpdated = defineEvent("workspaces.updated", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "A workspace's name or address changed.",
  payload: z.object({ workspaceId: WorkspaceId, name: z.string(), slug: z.string(), version: z.int() }),
});
export const MemberJoined = defineEvent("workspaces.member_joined", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "Someone joined the workspace.",
  payload: z.object({ member: Member.omit({ presence: true }) }),
});
export const MemberLeft = defineEvent("workspaces.member_left", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "Someone left the workspace or was removed.",
  payload: z.object({ accountId: AccountId }),
  affects: "accountId",
});
export const MemberRolesChanged = defineEvent("workspaces.member_roles_changed", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "A member's roles changed.",
  payload: z.object({ accountId: AccountId, roles: z.array(z.string()) }),
  affects: "accountId",
});
export const RolesChanged = defineEvent("workspaces.roles_changed", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "The workspace's own roles changed.",
  payload: z.object({ roles: z.array(Role) }),
  affects: everyone,
});
export const WorkspaceEntered = defineEvent("workspaces.entered", {
  durability: "durable",
  feeds: ["account"],
  summary: "You became a member of a workspace.",
  payload: z.object({ workspace: WorkspaceSummary }),
});
export const WorkspaceExited = defineEvent("workspaces.exited", {
  durability: "durable",
  feeds: ["account"],
  summary: "You are no longer a member of a workspace.",
  payload: z.object({ workspaceId: WorkspaceId }),
});
