import { feedOf, rooms } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { fail } from "../../../kernel/failure.ts";
import { changesOf } from "../policy.ts";
import { requireCategory } from "../queries/require-category.ts";
import { findMember, updateMember } from "../store/members.ts";
import { viewPlacement } from "../views.ts";

export const placeRoom: WriteAction<typeof rooms.placeRoom> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { roomId, categoryId, favourite, muted, notify } = call.input;
  const member = (await findMember(tx, roomId, account.id)) ?? fail(rooms.RoomNotJoined);
  if (categoryId) await requireCategory(tx, accessOf(call).workspaceId, account.id, categoryId);
  const changes = changesOf(member, { category_id: categoryId, favourite, muted, notify });
  if (Object.keys(changes).length === 0) return viewPlacement(member);
  const placement = viewPlacement(await updateMember(tx, member, changes));
  tx.emit(rooms.RoomPlaced, feedOf.account(account.id), { roomId, placement });
  return placement;
};
