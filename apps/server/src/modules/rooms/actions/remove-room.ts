import { feedOf, rooms } from "@althing/contract";
import type { WriteTx } from "../../../kernel/tx.ts";
import { listMemberIds } from "../store/members.ts";
import { deleteRoomRow, lockRooms } from "../store/rooms.ts";
import type { RoomRow } from "../tables.ts";
import { announce } from "./announce.ts";

/** Takes a locked room away. Later modules hear of it and delete what they keep of the room. */
export async function removeRoom(tx: WriteTx, room: RoomRow): Promise<void> {
  announce(tx, rooms.RoomDeleted, room, { roomId: room.id });
  for (const accountId of await listMemberIds(tx, room.id)) {
    tx.emit(rooms.RoomExited, feedOf.account(accountId), { roomId: room.id });
  }
  await deleteRoomRow(tx, room.id);
}

/** Takes rooms away whose time is over; gives how many were still there. */
export async function removeRooms(tx: WriteTx, roomIds: readonly string[]): Promise<number> {
  const locked = await lockRooms(tx, roomIds);
  for (const room of locked) await removeRoom(tx, room);
  return locked.length;
}
