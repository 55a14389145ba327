import { rooms } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { lockRoom } from "../store/rooms.ts";
import { removeRoom } from "./remove-room.ts";

export const deleteRoom: WriteAction<typeof rooms.deleteRoom> = async (tx, call) => {
  const room = await lockRoom(tx, call.input.roomId);
  if (room.kind === "dm") fail(rooms.RoomKindWrong);
  await removeRoom(tx, room);
  return null;
};
