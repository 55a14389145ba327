import { rooms } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { roomHolds } from "../holds.ts";
import { roomFacts } from "../queries/room-access.ts";
import { lockRoom } from "../store/rooms.ts";
import { removeRoom } from "./remove-room.ts";

export const deleteRoom: WriteAction<typeof rooms.deleteRoom> = async (tx, call) => {
  const { roomId } = call.input;
  const access = accessOf(call);
  const { kind } = roomFacts(access);
  if (kind === "dm") fail(rooms.RoomKindWrong);
  if (await roomHolds.isOn(tx, { roomId, kind, workspaceId: access.workspaceId })) fail(rooms.RoomHeld);
  await removeRoom(tx, await lockRoom(tx, roomId));
  return null;
};
