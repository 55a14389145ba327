import { rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { findMember } from "../store/members.ts";
import { lockRoom } from "../store/rooms.ts";
import { exitRooms } from "./exit-rooms.ts";

export const removeRoomMember: WriteAction<typeof rooms.removeRoomMember> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { roomId, accountId } = call.input;
  const room = await lockRoom(tx, roomId);
  if (room.kind === "dm") fail(rooms.RoomKindWrong);
  if (!(await findMember(tx, room.id, accountId))) fail(rooms.RoomMemberNotFound);
  if (room.owner_id === accountId) fail(rooms.RoomOwnerCannotLeave);
  await exitRooms(tx, [room], accountId, account.id);
  return null;
};
