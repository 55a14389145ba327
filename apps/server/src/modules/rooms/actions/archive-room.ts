import { rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { requireMyRoom } from "../queries/my-rooms.ts";
import { lockRoom, updateRoomRow } from "../store/rooms.ts";
import { announce } from "./announce.ts";

export const archiveRoom: WriteAction<typeof rooms.archiveRoom> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const room = await lockRoom(tx, call.input.roomId);
  if (room.kind === "dm") fail(rooms.RoomKindWrong);
  if (room.archived_at) fail(rooms.RoomArchived);
  const { version } = await updateRoomRow(tx, room, { archived_at: tx.now });
  announce(tx, rooms.RoomArchivedEvent, room, { roomId: room.id, archivedAt: tx.now.toISOString(), version });
  return requireMyRoom(tx, account.id, room.id);
};
