import { rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { findMember } from "../store/members.ts";
import { lockRoom } from "../store/rooms.ts";
import { exitRooms } from "./exit-rooms.ts";

export const leaveRoom: WriteAction<typeof rooms.leaveRoom> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const room = await lockRoom(tx, call.input.roomId);
  if (room.kind === "dm") fail(rooms.RoomKindWrong);
  if (!(await findMember(tx, room.id, account.id))) fail(rooms.RoomNotJoined);
  const othersRemain = room.member_count > 1;
  if (room.kind === "channel" && room.owner_id === account.id && othersRemain) fail(rooms.RoomOwnerCannotLeave);
  await exitRooms(tx, [room], account.id, null);
  return null;
};
