import { z } from "zod";
import { AccountRef } from "../accounts/account.ts";
import { defineError } from "../kit/error.ts";
import { AccountId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute, pageQuery } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import {
  CategoryNotFound,
  MyRoom,
  PersonNotInWorkspace,
  RoomFull,
  RoomId,
  RoomInvite,
  RoomJoin,
  RoomKindWrong,
  RoomLeave,
  RoomManage,
  RoomNotJoined,
  RoomPlacement,
  RoomView,
} from "./room.ts";

export const RoomMemberNotFound = defineError("room_member_not_found", {
  status: 404,
  title: "This person is not in the room",
  message: "Check the id, or add them first.",
});
export const RoomOwnerCannotLeave = defineError("room_owner_stays", {
  status: 409,
  title: "The room's owner stays",
  message: "Transfer the room to someone else first.",
});

/** Rights in one room as plain flags: true gives a permission, false takes it away, absent leaves it to the roles. */
export const PermissionFlags = z.record(z.string().max(60), z.boolean());
export type PermissionFlags = z.output<typeof PermissionFlags>;

export const RoomMember = AccountRef.extend({
  isOwner: z.boolean(),
  flags: PermissionFlags,
  joinedAt: Timestamp,
}).meta({ id: "RoomMember" });
export type RoomMember = z.output<typeof RoomMember>;

export const joinRoom = defineRoute("rooms.join", {
  http: "POST /rooms/:roomId/join",
  summary: "Join a public channel",
  description: "Joining a room you are in already changes nothing.",
  permission: RoomJoin,
  input: z.strictObject({ roomId: RoomId }),
  output: MyRoom,
  limit: limits.write,
});

export const leaveRoom = defineRoute("rooms.leave", {
  http: "POST /rooms/:roomId/leave",
  summary: "Leave a room",
  permission: RoomLeave,
  input: z.strictObject({ roomId: RoomId }),
  output: z.null(),
  errors: [RoomNotJoined, RoomKindWrong, RoomOwnerCannotLeave],
  limit: limits.write,
});

export const listRoomMembers = defineRoute("rooms.list_members", {
  http: "GET /rooms/:roomId/members",
  summary: "Who is in the room, by name",
  permission: RoomView,
  input: z.strictObject({ roomId: RoomId, query: z.string().trim().max(80).optional(), ...pageQuery }),
  output: z.array(RoomMember),
  cursor: z.object({ name: z.string(), id: AccountId }),
  limit: limits.read,
});

export const addRoomMembers = defineRoute("rooms.add_members", {
  http: "POST /rooms/:roomId/members",
  summary: "Add people of the workspace to the room",
  description: "Those who are in it already are passed over; the answer has the newcomers.",
  permission: RoomInvite,
  input: z.strictObject({ roomId: RoomId, accountIds: z.array(AccountId).min(1).max(200) }),
  output: z.array(RoomMember),
  status: 201,
  errors: [PersonNotInWorkspace, RoomKindWrong, RoomFull],
  limit: limits.write,
  idempotent: true,
});

export const removeRoomMember = defineRoute("rooms.remove_member", {
  http: "DELETE /rooms/:roomId/members/:accountId",
  summary: "Remove someone from the room",
  permission: RoomManage,
  input: z.strictObject({ roomId: RoomId, accountId: AccountId }),
  output: z.null(),
  errors: [RoomMemberNotFound, RoomKindWrong, RoomOwnerCannotLeave],
  limit: limits.write,
});

export const setRoomMemberFlags = defineRoute("rooms.set_member_flags", {
  http: "PATCH /rooms/:roomId/members/:accountId",
  summary: "Give or take single permissions of someone in this room",
  description: "`flags` replaces all flags of this person. You may give only permissions that you hold yourself.",
  permission: RoomManage,
  input: z.strictObject({ roomId: RoomId, accountId: AccountId, flags: PermissionFlags }),
  output: RoomMember,
  errors: [RoomMemberNotFound],
  limit: limits.write,
  example: { flags: { "message.pin": true, "message.send": false } },
});

export const transferRoom = defineRoute("rooms.transfer", {
  http: "POST /rooms/:roomId/transfer",
  summary: "Make someone else the room's owner",
  permission: RoomManage,
  input: z.strictObject({ roomId: RoomId, accountId: AccountId }),
  output: MyRoom,
  errors: [RoomMemberNotFound, RoomKindWrong],
  limit: limits.write,
});

export const placeRoom = defineRoute("rooms.place", {
  http: "PATCH /rooms/:roomId/placement",
  summary: "Arrange a room in your own sidebar: favourite, category, how loud",
  permission: RoomLeave,
  input: z.strictObject({
    roomId: RoomId,
    favourite: z.boolean().optional(),
    muted: z.boolean().optional(),
    categoryId: z.uuid().nullable().optional(),
    notify: z.enum(["all", "mentions", "nothing"]).optional(),
  }),
  output: RoomPlacement,
  errors: [RoomNotJoined, CategoryNotFound],
  limit: limits.write,
  example: { favourite: true },
});
