import type { rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { ReadAction } from "../../../kernel/binding.ts";
import { loadMembers } from "./list-members.ts";
import { requireMyRoom } from "./my-rooms.ts";

export const getRoom: ReadAction<typeof rooms.getRoom> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const room = await requireMyRoom(tx, account.id, call.input.roomId);
  if (!call.request.include.has("members")) return room;
  return { ...room, members: await loadMembers(tx, room) };
};
