import { rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { isPublicChannel } from "../policy.ts";
import { requireMyRoom } from "../queries/my-rooms.ts";
import { roomFacts } from "../queries/room-access.ts";
import { lockRoom } from "../store/rooms.ts";
import { enterRooms } from "./enter-rooms.ts";

export const joinRoom: WriteAction<typeof rooms.joinRoom> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const room = await lockRoom(tx, call.input.roomId);
  if (roomFacts(accessOf(call)).isMember) return requireMyRoom(tx, account.id, room.id);
  // It may have become private since the right was granted.
  if (!isPublicChannel(room)) fail(rooms.RoomNotFound);
  const [newcomer] = await enterRooms(tx, [room], [account.id], null);
  return newcomer ? newcomer.room : requireMyRoom(tx, account.id, room.id);
};
