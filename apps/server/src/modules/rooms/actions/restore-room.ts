import { rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { requireMyRoom } from "../queries/my-rooms.ts";
import { lockRoom, updateRoomRow } from "../store/rooms.ts";
import { announce } from "./announce.ts";

export const restoreRoom: WriteAction<typeof rooms.restoreRoom> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const room = await lockRoom(tx, call.input.roomId);
  if (!room.archived_at) fail(rooms.RoomNotArchived);
  const { version } = await updateRoomRow(tx, room, { archived_at: null });
  announce(tx, rooms.RoomRestored, room, { roomId: room.id, version });
  return requireMyRoom(tx, account.id, room.id);
};
