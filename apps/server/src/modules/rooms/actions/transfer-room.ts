import { rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { requireMyRoom } from "../queries/my-rooms.ts";
import { loadPeople } from "../queries/people.ts";
import { findMember } from "../store/members.ts";
import { lockRoom, updateRoomRow } from "../store/rooms.ts";
import { announceMember, announceUpdate } from "./announce.ts";

export const transferRoom: WriteAction<typeof rooms.transferRoom> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const before = await lockRoom(tx, call.input.roomId);
  if (before.kind === "dm") fail(rooms.RoomKindWrong);
  const next = (await findMember(tx, before.id, call.input.accountId)) ?? fail(rooms.RoomMemberNotFound);
  if (before.owner_id !== next.account_id) {
    const previous = before.owner_id && (await findMember(tx, before.id, before.owner_id));
    const room = await updateRoomRow(tx, before, { owner_id: next.account_id });
    announceUpdate(tx, room, (await loadPeople(tx, [room])).get(room.id));
    const changed = previous ? [previous, next] : [next];
    const refs = await listAccountRefs(
      tx,
      changed.map((member) => member.account_id),
    );
    for (const member of changed) announceMember(tx, room, member, refs);
  }
  return requireMyRoom(tx, account.id, before.id);
};
