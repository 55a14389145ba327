import { z } from "zod";
import { AccountId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute, pageQuery } from "../kit/route.ts";
import { line, paragraph, Timestamp } from "../kit/text.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";
import { RoomMember } from "./members.ts";
import {
  CategoryNotFound,
  MyRoom,
  PersonNotInWorkspace,
  RoomArchive,
  RoomArchived,
  RoomDelete,
  RoomDirect,
  RoomFull,
  RoomHeld,
  RoomId,
  RoomKindWrong,
  RoomNameTaken,
  RoomNotArchived,
  RoomUpdate,
  RoomView,
  RoomVisibility,
  SystemMessageSwitches,
} from "./room.ts";

export const listRooms = defineRoute("rooms.list", {
  http: "GET /rooms",
  summary: "Your rooms in a workspace, with what is unread in each",
  permission: WorkspaceView,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    archived: z.enum(["true", "false"]).default("false"),
  }),
  output: z.array(MyRoom),
  limit: limits.read,
  etag: true,
});

export const createRoom = defineRoute("rooms.create", {
  http: "POST /rooms",
  summary: "Make a channel or a group, or open the direct message of a pair",
  description:
    "A channel has a name and needs the permission `room.create`. A direct message has one other person, or nobody but you for notes; opening it again gives the same room. A group has 2 to 20 people.",
  permission: RoomDirect,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    kind: z.enum(["channel", "dm", "group"]),
    name: line(80).optional(),
    visibility: RoomVisibility.optional(),
    topic: paragraph(250).optional(),
    description: paragraph(2_000).optional(),
    guidelines: paragraph(5_000).optional(),
    memberIds: z.array(AccountId).max(200).default([]).meta({ description: "Beside yourself." }),
  }),
  output: MyRoom,
  status: 201,
  errors: [RoomNameTaken, PersonNotInWorkspace, RoomFull],
  limit: limits.create,
  idempotent: true,
  example: { kind: "channel", name: "harbour", visibility: "public", topic: "Ships and weather" },
});

export const getRoom = defineRoute("rooms.get", {
  http: "GET /rooms/:roomId",
  summary: "A room",
  permission: RoomView,
  input: z.strictObject({ roomId: RoomId }),
  output: MyRoom.extend({
    members: z.array(RoomMember).optional().meta({ description: "By name; only with `include=members`." }),
  }),
  limit: limits.read,
  etag: true,
  include: ["members"],
});

export const updateRoom = defineRoute("rooms.update", {
  http: "PATCH /rooms/:roomId",
  summary: "Change a room",
  permission: RoomUpdate,
  input: z.strictObject({
    roomId: RoomId,
    name: line(80).optional(),
    topic: paragraph(250).optional(),
    description: paragraph(2_000).optional(),
    guidelines: paragraph(5_000).optional(),
    visibility: RoomVisibility.optional().meta({ description: "Needs the permission `room.manage`." }),
    categoryId: z.uuid().nullable().optional(),
    systemMessages: z.strictObject(SystemMessageSwitches.partial().shape).optional(),
  }),
  output: MyRoom,
  errors: [RoomNameTaken, RoomKindWrong, CategoryNotFound],
  limit: limits.write,
  ifMatch: true,
  example: { topic: "Ships, weather and tides" },
});

export const deleteRoom = defineRoute("rooms.delete", {
  http: "DELETE /rooms/:roomId",
  summary: "Delete a room with all that is in it",
  permission: RoomDelete,
  input: z.strictObject({ roomId: RoomId }),
  output: z.null(),
  errors: [RoomKindWrong, RoomHeld],
  limit: limits.write,
});

export const archiveRoom = defineRoute("rooms.archive", {
  http: "POST /rooms/:roomId/archive",
  summary: "Make a room read-only",
  permission: RoomArchive,
  input: z.strictObject({ roomId: RoomId }),
  output: MyRoom,
  errors: [RoomArchived, RoomKindWrong],
  limit: limits.write,
});

export const restoreRoom = defineRoute("rooms.restore", {
  http: "POST /rooms/:roomId/restore",
  summary: "Bring an archived room back into use",
  permission: RoomArchive,
  input: z.strictObject({ roomId: RoomId }),
  output: MyRoom,
  errors: [RoomNotArchived, RoomNameTaken],
  limit: limits.write,
});

export const discoverRooms = defineRoute("rooms.discover", {
  http: "GET /workspaces/:workspaceId/channels",
  summary: "Browse and search the public channels, the liveliest first",
  description: "Guests find the channels they are in. Of more than 5,000 channels the newest 5,000 are found.",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId, query: z.string().trim().max(80).optional(), ...pageQuery }),
  output: z.array(
    z.object({
      id: RoomId,
      name: z.string(),
      topic: z.string(),
      description: z.string(),
      memberCount: z.int(),
      lastMessageAt: Timestamp.nullable(),
      joined: z.boolean(),
    }),
  ),
  cursor: z.object({ stamp: z.string(), id: RoomId }),
  limit: limits.read,
});
