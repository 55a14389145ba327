import { isDeepStrictEqual } from "node:util";
import { errors, type FieldProblem, rooms } from "@althing/contract";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { Failure, fail } from "../../../kernel/failure.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { isRoomPermission } from "../policy.ts";
import { findMember, updateMember } from "../store/members.ts";
import { lockRoom } from "../store/rooms.ts";
import { viewMember } from "../views.ts";
import { announceMember } from "./announce.ts";

export const setRoomMemberFlags: WriteAction<typeof rooms.setRoomMemberFlags> = async (tx, call) => {
  const { roomId, accountId, flags } = call.input;
  requireKnown(flags);
  const room = await lockRoom(tx, roomId);
  const member = (await findMember(tx, roomId, accountId)) ?? fail(rooms.RoomMemberNotFound);
  requireOwnRights(flags, member.flags, accessOf(call).permissions);
  const refs = await listAccountRefs(tx, [accountId]);
  if (!isDeepStrictEqual(flags, member.flags)) {
    return announceMember(tx, room, await updateMember(tx, member, { flags }), refs);
  }
  const ref = refs.get(accountId) ?? fail(rooms.RoomMemberNotFound);
  return viewMember(member, ref, room.owner_id);
};

function requireKnown(flags: rooms.PermissionFlags): void {
  const problems = Object.keys(flags)
    .filter((name) => !isRoomPermission(name))
    .map((name): FieldProblem => {
      return { pointer: `/flags/${name}`, code: "invalid_value", message: "This is not a permission over rooms." };
    });
  if (problems.length > 0) throw new Failure(errors.ValidationFailed, null, problems);
}

/** Nobody gives what they do not hold; what was given before may stay. */
function requireOwnRights(
  flags: rooms.PermissionFlags,
  before: rooms.PermissionFlags,
  held: ReadonlySet<string>,
): void {
  for (const [permission, given] of Object.entries(flags)) {
    if (given && !before[permission] && !held.has(permission)) fail(errors.Forbidden, { permission });
  }
}
