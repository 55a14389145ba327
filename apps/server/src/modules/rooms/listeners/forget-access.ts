import { rooms, workspaces } from "@althing/contract";
import { type Ear, ear } from "../../../kernel/module.ts";
import { commonRoomsMemo } from "../queries/common-rooms.ts";
import { accessKey, accessMemo } from "../queries/room-access.ts";

/** What changes one person's rights in one room. */
const ofOne: Ear[] = [
  ear(rooms.RoomMemberJoined, ({ memos }, { data }) =>
    memos.forget(accessMemo, accessKey(data.roomId, data.member.id)),
  ),
  ear(rooms.RoomMemberLeft, ({ memos }, { data }) => memos.forget(accessMemo, accessKey(data.roomId, data.accountId))),
  ear(rooms.RoomMemberChanged, ({ memos }, { data }) =>
    memos.forget(accessMemo, accessKey(data.roomId, data.accountId)),
  ),
];

/** What changes the rights of many, and is rare. */
const ofMany: Ear[] = [
  rooms.RoomUpdated,
  rooms.RoomArchivedEvent,
  rooms.RoomRestored,
  rooms.RoomDeleted,
  workspaces.MemberLeft,
  workspaces.MemberRolesChanged,
  workspaces.RolesChanged,
].map((event) => ear(event, ({ memos }) => memos.forgetAll(accessMemo)));

/** What several people share is forgotten by anything that could change it: such events are few beside the questions. */
const ofAudiences: Ear[] = [
  rooms.RoomOpened,
  rooms.RoomUpdated,
  rooms.RoomDeleted,
  rooms.RoomMemberJoined,
  rooms.RoomMemberLeft,
  rooms.RoomMemberChanged,
  workspaces.MemberLeft,
  workspaces.MemberRolesChanged,
  workspaces.RolesChanged,
].map((event) => ear(event, ({ memos }) => memos.forgetAll(commonRoomsMemo)));

export const forgetAccess: readonly Ear[] = [...ofOne, ...ofMany, ...ofAudiences];
