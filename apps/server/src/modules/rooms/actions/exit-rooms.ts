import { type AccountId, feedOf, rooms } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { countMembers, deleteMembers } from "../store/members.ts";
import type { RoomRow } from "../tables.ts";
import { passOnRooms } from "./pass-on-rooms.ts";

/** Takes someone out of locked rooms and tells everyone; rooms they own go to who has been there longest. */
export async function exitRooms(
  tx: WriteTx,
  locked: readonly RoomRow[],
  accountId: AccountId,
  removedBy: AccountId | null,
): Promise<void> {
  const left = new Set(await deleteMembers(tx, locked, accountId));
  const rest = await countMembers(
    tx,
    locked.filter((room) => left.has(room.id)),
    () => -1,
  );
  for (const room of rest) {
    tx.emit(rooms.RoomMemberLeft, feedOf.room(room.id), {
      roomId: room.id,
      accountId,
      removedBy,
      memberCount: room.member_count,
    });
    tx.emit(rooms.RoomExited, feedOf.account(accountId), { roomId: room.id });
  }
  const owned = rest.filter((room) => room.owner_id === accountId);
  if (owned.length > 0) await passOnRooms(tx, owned);
}
