import type { AccountId } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { mostInGroup } from "../policy.ts";
import { membersAmong } from "../store/members.ts";
import { lockRoom } from "../store/rooms.ts";
import { enterRooms } from "./enter-rooms.ts";

/** Adds someone in the name of a member; false where the room has no place for them. The right to is asked by the caller. */
export async function bringIn(
  tx: WriteTx,
  { roomId, accountId, addedBy }: { roomId: string; accountId: AccountId; addedBy: AccountId },
): Promise<boolean> {
  if ((await membersAmong(tx, roomId, [accountId])).size > 0) return true;
  const room = await lockRoom(tx, roomId);
  const isFull = room.kind === "group" && room.member_count >= mostInGroup;
  if (room.kind === "dm" || isFull || room.archived_at !== null) return false;
  await enterRooms(tx, [room], [accountId], addedBy);
  return true;
}
