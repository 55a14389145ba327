// Rooms: channels, direct messages and groups, who is in them and what they may do there.
import { rooms } from "@althing/contract";
import { read, write } from "../../kernel/binding.ts";
import { defineModule } from "../../kernel/module.ts";
import { membershipHooks } from "../workspaces/index.ts";
import { addRoomMembers } from "./actions/add-members.ts";
import { archiveRoom } from "./actions/archive-room.ts";
import { createCategory } from "./actions/create-category.ts";
import { createRoomsFromTemplate } from "./actions/create-from-template.ts";
import { createRoom } from "./actions/create-room.ts";
import { createRoomTemplate } from "./actions/create-template.ts";
import { deleteCategory } from "./actions/delete-category.ts";
import { deleteRoom } from "./actions/delete-room.ts";
import { deleteRoomTemplate } from "./actions/delete-template.ts";
import { joinRoom } from "./actions/join-room.ts";
import { leaveRoom } from "./actions/leave-room.ts";
import { placeRoom } from "./actions/place-room.ts";
import { removeRoomMember } from "./actions/remove-member.ts";
import { restoreRoom } from "./actions/restore-room.ts";
import { setRoomMemberFlags } from "./actions/set-member-flags.ts";
import { transferRoom } from "./actions/transfer-room.ts";
import { updateCategory } from "./actions/update-category.ts";
import { updateRoom } from "./actions/update-room.ts";
import { updateRoomTemplate } from "./actions/update-template.ts";
import { forgetAccess } from "./listeners/forget-access.ts";
import { enterOnArrival, exitOnDeparture, openGeneral } from "./listeners/workspace-membership.ts";
import { createRooms } from "./migrations/001_rooms.ts";
import { createRoomTemplates } from "./migrations/002_templates.ts";
import { addUnlisted } from "./migrations/003_unlisted.ts";
import { checkInvitedRooms } from "./queries/check-invited-rooms.ts";
import { discoverRooms } from "./queries/discover-rooms.ts";
import { getRoom } from "./queries/get-room.ts";
import { listCategories } from "./queries/list-categories.ts";
import { listRoomMembers } from "./queries/list-members.ts";
import { listRooms } from "./queries/list-rooms.ts";
import { roomFeed } from "./queries/may-follow.ts";
import { roomScope } from "./queries/room-access.ts";
import { listRoomTemplates } from "./queries/templates.ts";

export { bringIn } from "./actions/bring-in.ts";
export { roomOf } from "./actions/enter-rooms.ts";
export { openRoom } from "./actions/open-room.ts";
export { removeRooms } from "./actions/remove-room.ts";
export { retitleRoom } from "./actions/retitle-room.ts";
export { type RoomHold, roomHolds } from "./holds.ts";
export { isPublicChannel } from "./policy.ts";
export { listCommonRooms } from "./queries/common-rooms.ts";
export {
  findRooms,
  type RoomFacts,
  requireRoom,
  roomFacts,
  roomScope,
} from "./queries/room-access.ts";
export { findRoomTexts } from "./queries/room-texts.ts";
export { registerUnread } from "./queries/unread.ts";
export { listMemberIds, listPeople, listPlacements, listRoomIdsOf, membersAmong } from "./store/members.ts";
export { listAllRooms } from "./store/rooms.ts";

membershipHooks.register({
  onCreated: openGeneral,
  onArrival: enterOnArrival,
  onDeparture: exitOnDeparture,
  checkRooms: checkInvitedRooms,
});

export const roomsModule = defineModule({
  name: "rooms",
  migrations: [createRooms, createRoomTemplates, addUnlisted],
  scopes: [roomScope],
  feeds: [roomFeed],
  ears: forgetAccess,
  routes: [
    read(rooms.listRooms, listRooms),
    write(rooms.createRoom, createRoom),
    read(rooms.getRoom, getRoom),
    write(rooms.updateRoom, updateRoom),
    write(rooms.deleteRoom, deleteRoom),
    write(rooms.archiveRoom, archiveRoom),
    write(rooms.restoreRoom, restoreRoom),
    read(rooms.discoverRooms, discoverRooms),

    write(rooms.joinRoom, joinRoom),
    write(rooms.leaveRoom, leaveRoom),
    read(rooms.listRoomMembers, listRoomMembers),
    write(rooms.addRoomMembers, addRoomMembers),
    write(rooms.removeRoomMember, removeRoomMember),
    write(rooms.setRoomMemberFlags, setRoomMemberFlags),
    write(rooms.transferRoom, transferRoom),

    write(rooms.placeRoom, placeRoom),
    read(rooms.listCategories, listCategories),
    write(rooms.createCategory, createCategory),
    write(rooms.updateCategory, updateCategory),
    write(rooms.deleteCategory, deleteCategory),

    read(rooms.listRoomTemplates, listRoomTemplates),
    write(rooms.createRoomTemplate, createRoomTemplate),
    write(rooms.updateRoomTemplate, updateRoomTemplate),
    write(rooms.deleteRoomTemplate, deleteRoomTemplate),
    write(rooms.createRoomsFromTemplate, createRoomsFromTemplate),
  ],
});
