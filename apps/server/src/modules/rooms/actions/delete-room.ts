import { feedOf, rooms } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { listMemberIds } from "../store/members.ts";
import { deleteRoomRow, lockRoom } from "../store/rooms.ts";
import { announce } from "./announce.ts";

/** Later modules hear of it and delete what they keep of the room. */
export const deleteRoom: WriteAction<typeof rooms.deleteRoom> = async (tx, call) => {
  const room = await lockRoom(tx, call.input.roomId);
  if (room.kind === "dm") fail(rooms.RoomKindWrong);
  announce(tx, rooms.RoomDeleted, room, { roomId: room.id });
  for (const accountId of await listMemberIds(tx, room.id)) {
    tx.emit(rooms.RoomExited, feedOf.account(accountId), { roomId: room.id });
  }
  await deleteRoomRow(tx, room.id);
  return null;
};
