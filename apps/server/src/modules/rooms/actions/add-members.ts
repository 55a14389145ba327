import { rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { mostInGroup } from "../policy.ts";
import { distinct } from "../queries/people.ts";
import { requirePeople } from "../queries/require-people.ts";
import { lockRoom } from "../store/rooms.ts";
import { enterRooms } from "./enter-rooms.ts";

export const addRoomMembers: WriteAction<typeof rooms.addRoomMembers> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const room = await lockRoom(tx, call.input.roomId);
  if (room.kind === "dm") fail(rooms.RoomKindWrong);
  const people = distinct(call.input.accountIds);
  await requirePeople(tx, room.workspace_id, people);
  const newcomers = await enterRooms(tx, [room], people, account.id);
  if (room.kind === "group" && room.member_count + newcomers.length > mostInGroup) fail(rooms.RoomFull);
  return newcomers.map(({ member }) => member);
};
