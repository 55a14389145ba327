import { feedOf, rooms, workspaces } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { accessOf } from "../../../kernel/call.ts";
import { requireAlso } from "../../../kernel/permission.ts";
import { loadPeople } from "../queries/people.ts";
import { requireCategory } from "../queries/require-category.ts";
import { deleteCategoryRow, lockCategories } from "../store/categories.ts";
import { clearPlacementsIn } from "../store/members.ts";
import { clearRoomsOfCategory } from "../store/rooms.ts";
import { viewPlacement } from "../views.ts";
import { announceUpdate } from "./announce.ts";
import { announceOwnCategories, announceSharedCategories } from "./announce-categories.ts";

export const deleteCategory: WriteAction<typeof rooms.deleteCategory> = async (tx, call) => {
  const { account } = requireAccount(call.actor);
  const { workspaceId, categoryId } = call.input;
  const category = await requireCategory(tx, workspaceId, account.id, categoryId);
  const isShared = category.account_id === null;
  if (isShared) requireAlso(accessOf(call), workspaces.WorkspaceUpdate);
  await lockCategories(tx, workspaceId, category.account_id);
  const stayingRooms = await clearRoomsOfCategory(tx, category.id);
  const people = await loadPeople(tx, stayingRooms);
  for (const room of stayingRooms) announceUpdate(tx, room, people.get(room.id));
  for (const member of await clearPlacementsIn(tx, category.id)) {
    const placement = viewPlacement(member);
    tx.emit(rooms.RoomPlaced, feedOf.account(member.account_id), { roomId: member.room_id, placement });
  }
  await deleteCategoryRow(tx, category.id);
  const whose = { workspaceId, accountId: account.id };
  await (isShared ? announceSharedCategories(tx, whose) : announceOwnCategories(tx, whose));
  return null;
};
