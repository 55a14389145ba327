// Templates of rooms: what a room or a set of rooms is made from.
import { z } from "zod";
import { defineError } from "../kit/error.ts";
import { defineEvent } from "../kit/event.ts";
import { AccountId, defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { definePermission } from "../kit/permission.ts";
import { defineRoute } from "../kit/route.ts";
import { line, paragraph, Timestamp } from "../kit/text.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";
import { MyRoom, PersonNotInWorkspace, RoomCreate, RoomId, RoomNameTaken, RoomVisibility } from "./room.ts";

export const templateLimits = {
  templatesPerWorkspace: 100,
  rooms: 10,
  pinnedMessages: 3,
  pinnedLength: 4_000,
  memberIds: 200,
} as const;

export const RoomTemplateId = defineId("RoomTemplateId");
export type RoomTemplateId = z.output<typeof RoomTemplateId>;

export const TemplateManage = definePermission("template.manage", {
  on: "workspace",
  description: "Make, change and delete templates of rooms",
  roles: ["admin"],
});

export const TemplateNotFound = defineError("template_not_found", {
  status: 404,
  title: "There is no such template",
  message: "Choose one of the workspace's templates; it may have been deleted.",
});
export const TemplateBuiltIn = defineError("template_built_in", {
  status: 409,
  title: "This template is built in",
  message: "Built-in templates cannot be changed; make one of your own.",
});
export const TemplateLimitReached = defineError("template_limit_reached", {
  status: 409,
  title: "The workspace has as many templates as it may",
  message: "Delete one before you make another.",
  data: z.object({ limit: z.number() }),
});

/** A channel that the template makes. */
export const TemplateRoom = z
  .object({
    name: z.string(),
    visibility: RoomVisibility,
    topic: z.string(),
    description: z.string(),
    guidelines: z.string(),
    pinnedMessages: z.array(z.string()),
  })
  .meta({ id: "TemplateRoom" });
export type TemplateRoom = z.output<typeof TemplateRoom>;

const TemplateRoomInput = z.strictObject({
  name: line(80).meta({ description: "`{name}` in it stands for the name that is given when rooms are made." }),
  visibility: RoomVisibility.default("public"),
  topic: paragraph(250).default(""),
  description: paragraph(2_000).default(""),
  guidelines: paragraph(5_000).default(""),
  pinnedMessages: z
    .array(z.string().trim().min(1).max(templateLimits.pinnedLength))
    .max(templateLimits.pinnedMessages)
    .default([])
    .meta({ description: "Markdown; posted by whoever makes the room, and pinned." }),
});
const TemplateRooms = z
  .array(TemplateRoomInput)
  .min(1)
  .max(templateLimits.rooms)
  .refine((all) => new Set(all.map(({ name }) => name.toLowerCase())).size === all.length, "must have different names");
const TemplateMemberIds = z
  .array(AccountId)
  .max(templateLimits.memberIds)
  .meta({ description: "Who is put into each of the rooms, beside whoever makes them." });

export const RoomTemplate = z
  .object({
    id: RoomTemplateId,
    workspaceId: WorkspaceId,
    key: z
      .string()
      .nullable()
      .meta({ description: "What a built-in template is known by; null for the workspace's own." }),
    name: z.string(),
    description: z.string(),
    rooms: z.array(TemplateRoom),
    memberIds: z.array(AccountId),
    version: z.int(),
    createdBy: AccountId.nullable(),
    createdAt: Timestamp.nullable(),
  })
  .meta({ id: "RoomTemplate" });
export type RoomTemplate = z.output<typeof RoomTemplate>;

export const listRoomTemplates = defineRoute("rooms.list_templates", {
  http: "GET /workspaces/:workspaceId/room-templates",
  summary: "What rooms can be made from: the built-in templates, then the workspace's own",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(RoomTemplate),
  limit: limits.read,
  etag: true,
});

export const createRoomTemplate = defineRoute("rooms.create_template", {
  http: "POST /workspaces/:workspaceId/room-templates",
  summary: "Make a template for a room or a set of rooms",
  permission: TemplateManage,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    name: line(60),
    description: paragraph(500).default(""),
    rooms: TemplateRooms,
    memberIds: TemplateMemberIds.default([]),
  }),
  output: RoomTemplate,
  status: 201,
  errors: [TemplateLimitReached, PersonNotInWorkspace],
  limit: limits.create,
  idempotent: true,
  example: {
    name: "Voyage",
    description: "A ship on its way, and who waits for it",
    rooms: [
      { name: "voyage-{name}", topic: "Where the ship is", pinnedMessages: ["**Captain:** to be named"] },
      { name: "voyage-{name}-crew", visibility: "private" },
    ],
  },
});

export const updateRoomTemplate = defineRoute("rooms.update_template", {
  http: "PATCH /workspaces/:workspaceId/room-templates/:templateId",
  summary: "Change a template; rooms that were made from it stay as they are",
  permission: TemplateManage,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    templateId: RoomTemplateId,
    name: line(60).optional(),
    description: paragraph(500).optional(),
    rooms: TemplateRooms.optional(),
    memberIds: TemplateMemberIds.optional(),
  }),
  output: RoomTemplate,
  errors: [TemplateNotFound, TemplateBuiltIn, PersonNotInWorkspace],
  limit: limits.write,
  ifMatch: true,
  example: { name: "Long voyage" },
});

export const deleteRoomTemplate = defineRoute("rooms.delete_template", {
  http: "DELETE /workspaces/:workspaceId/room-templates/:templateId",
  summary: "Delete a template; rooms that were made from it stay",
  permission: TemplateManage,
  input: z.strictObject({ workspaceId: WorkspaceId, templateId: RoomTemplateId }),
  output: z.null(),
  errors: [TemplateNotFound, TemplateBuiltIn],
  limit: limits.write,
});

export const createRoomsFromTemplate = defineRoute("rooms.create_from_template", {
  http: "POST /workspaces/:workspaceId/room-templates/:templateId/rooms",
  summary: "Make the rooms of a template",
  description:
    "All of them or none, in the template's order. Members of the template who left the workspace are passed over. The pinned messages follow at once, as messages of yours.",
  permission: RoomCreate,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    templateId: RoomTemplateId,
    name: line(60).meta({ description: "Takes the place of `{name}` in the names of the rooms." }),
    memberIds: TemplateMemberIds.default([]).meta({ description: "Beside yourself and those of the template." }),
  }),
  output: z.array(MyRoom),
  status: 201,
  errors: [TemplateNotFound, RoomNameTaken, PersonNotInWorkspace],
  limit: limits.create,
  idempotent: true,
  example: { name: "lisbon" },
});

export const RoomTemplateCreated = defineEvent("rooms.template_created", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "The workspace has a new template of rooms.",
  payload: z.object({ template: RoomTemplate }),
});
export const RoomTemplateUpdated = defineEvent("rooms.template_updated", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "A template of rooms changed.",
  payload: z.object({ template: RoomTemplate }),
});
export const RoomTemplateDeleted = defineEvent("rooms.template_deleted", {
  durability: "durable",
  feeds: ["workspace"],
  summary: "A template of rooms was deleted.",
  payload: z.object({ templateId: RoomTemplateId }),
});
export const RoomMadeFromTemplate = defineEvent("rooms.made_from_template", {
  durability: "durable",
  feeds: ["room"],
  summary: "The room was made from a template. Its messages follow, by the actor of this event, and are pinned.",
  payload: z.object({
    workspaceId: WorkspaceId,
    roomId: RoomId,
    templateId: RoomTemplateId,
    pinnedMessages: z.array(z.string()),
  }),
});
