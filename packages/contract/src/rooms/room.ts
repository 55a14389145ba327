import { z } from "zod";
import { AccountRef } from "../accounts/account.ts";
import { defineError } from "../kit/error.ts";
import { AccountId, defineId } from "../kit/id.ts";
import { definePermission } from "../kit/permission.ts";
import { Timestamp } from "../kit/text.ts";
import { WorkspaceId } from "../workspaces/roles.ts";

export const RoomId = defineId("RoomId");
export type RoomId = z.output<typeof RoomId>;

export const RoomCreate = definePermission("room.create", {
  on: "workspace",
  description: "Make channels",
  roles: ["admin", "member"],
});
export const RoomDirect = definePermission("room.direct", {
  on: "workspace",
  description: "Start direct messages and groups",
  roles: ["admin", "member", "guest"],
});
export const RoomView = definePermission("room.view", {
  on: "room",
  description: "See the room and read it",
  changes: false,
  roles: ["admin", "member", "guest"],
});
export const RoomJoin = definePermission("room.join", {
  on: "room",
  description: "Join public channels",
  roles: ["admin", "member"],
});
export const RoomLeave = definePermission("room.leave", {
  on: "room",
  description: "Leave rooms, and arrange them in one's sidebar",
  changes: false,
  roles: ["admin", "member", "guest"],
});
export const RoomInvite = definePermission("room.invite", {
  on: "room",
  description: "Add people to the room",
  roles: ["admin", "member"],
});
export const RoomUpdate = definePermission("room.update", {
  on: "room",
  description: "Change the room's name, topic and guidelines",
  roles: ["admin", "member"],
});
export const RoomManage = definePermission("room.manage", {
  on: "room",
  description: "Remove people, give rights in the room, change who sees it, transfer it",
  roles: ["admin"],
});
export const RoomArchive = definePermission("room.archive", {
  on: "room",
  description: "Archive and restore the room",
  changes: false,
  roles: ["admin"],
});
export const RoomDelete = definePermission("room.delete", {
  on: "room",
  description: "Delete the room with all that is in it",
  changes: false,
  roles: ["admin"],
});

export const RoomNotFound = defineError("room_not_found", {
  status: 404,
  title: "There is no such room",
  message: "Check the id; it does not exist, or it is not visible to you.",
});
export const RoomArchived = defineError("room_archived", {
  status: 409,
  title: "Room is archived",
  message: "This room is read-only; restore it first.",
});
export const RoomNotArchived = defineError("room_not_archived", {
  status: 409,
  title: "Room is not archived",
  message: "It is in use; there is nothing to restore.",
});
export const RoomNameTaken = defineError("room_name_taken", {
  status: 409,
  title: "There is a channel of this name",
  message: "Choose another name, or use that channel.",
});
export const RoomNotJoined = defineError("room_not_joined", {
  status: 409,
  title: "You are not in this room",
  message: "Join it first.",
});
export const RoomKindWrong = defineError("room_kind_wrong", {
  status: 409,
  title: "This kind of room does not allow that",
  message: "Direct messages keep their two people and have no name; groups have no visibility.",
});
export const PersonNotInWorkspace = defineError("person_not_in_workspace", {
  status: 404,
  title: "One of these people is not in the workspace",
  message: "Invite them to the workspace first.",
  data: z.object({ accountIds: z.array(AccountId) }),
});
export const RoomFull = defineError("room_full", {
  status: 409,
  title: "A group holds at most 20 people",
  message: "Make a channel for more.",
});
export const RoomHeld = defineError("room_held", {
  status: 409,
  title: "This room must be kept",
  message: "A legal hold is on it; an admin can say why, and lift it. Until then it can be archived or left.",
});

export const CategoryNotFound = defineError("category_not_found", {
  status: 404,
  title: "There is no such category",
  message: "Choose one of yours or of the workspace.",
});

/** The kinds that a person can make here; chats with assistants and rooms of projects are made by their modules. */
export const RoomKind = z.enum(["channel", "dm", "group", "assistant", "project"]);
export type RoomKind = z.output<typeof RoomKind>;
export const RoomVisibility = z.enum(["public", "private"]);
export type RoomVisibility = z.output<typeof RoomVisibility>;

/** Which system messages a room shows. */
export const SystemMessageSwitches = z.object({
  joins: z.boolean(),
  leaves: z.boolean(),
  renames: z.boolean(),
  pins: z.boolean(),
});
export type SystemMessageSwitches = z.output<typeof SystemMessageSwitches>;

/** What waits for you in a room: derived from your cursor and marks at each reading, never stored. */
export const Unread = z
  .object({
    count: z.int().meta({ description: "Messages of others after your cursor, at most 1,000." }),
    mentions: z.int(),
    firstUnreadSeq: z.int().nullable(),
    threads: z.int().meta({ description: "Unread replies in threads you follow." }),
    lastReadSeq: z.int(),
    threadsReadSeq: z.int().meta({ description: "Replies up to here count as read in every thread of the room." }),
  })
  .meta({ id: "Unread" });
export type Unread = z.output<typeof Unread>;

/** How you keep a room: in your sidebar, and how loud it is. */
export const RoomPlacement = z
  .object({
    favourite: z.boolean(),
    muted: z.boolean(),
    categoryId: z.uuid().nullable(),
    notify: z.enum(["all", "mentions", "nothing"]),
  })
  .meta({ id: "RoomPlacement" });
export type RoomPlacement = z.output<typeof RoomPlacement>;

export const Room = z
  .object({
    id: RoomId,
    workspaceId: WorkspaceId,
    kind: RoomKind,
    name: z.string().nullable(),
    visibility: RoomVisibility,
    topic: z.string(),
    description: z.string(),
    guidelines: z.string(),
    memberCount: z.int(),
    createdBy: AccountId.nullable(),
    ownerId: AccountId.nullable(),
    categoryId: z.uuid().nullable().meta({ description: "The workspace's own category it stands in." }),
    systemMessages: SystemMessageSwitches,
    unlisted: z.boolean().meta({
      description: "It stands in no list, count or search, and passes: such as a try-out of an assistant.",
    }),
    people: z.array(AccountRef).meta({ description: "Everyone in a direct message or group; empty in channels." }),
    head: z.int().meta({ description: "The newest number in the feed `room:{id}`." }),
    version: z.int(),
    createdAt: Timestamp,
    lastMessageAt: Timestamp.nullable(),
    archivedAt: Timestamp.nullable(),
  })
  .meta({ id: "Room" });
export type Room = z.output<typeof Room>;

/** A room as the caller has it: with what waits there and what they may do. */
export const MyRoom = Room.extend({
  joined: z.boolean(),
  permissions: z.array(z.string()),
  placement: RoomPlacement,
  unread: Unread,
}).meta({ id: "MyRoom" });
export type MyRoom = z.output<typeof MyRoom>;
