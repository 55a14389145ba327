import type { WriteTx } from "../../../kernel/tx.ts";
import { loadPeople } from "../queries/people.ts";
import { lockRoom, updateRoomRow } from "../store/rooms.ts";
import { announceUpdate } from "./announce.ts";

/** Names a room that nobody has named yet; tells no one in words. */
export async function retitleRoom(tx: WriteTx, roomId: string, name: string): Promise<void> {
  const room = await lockRoom(tx, roomId);
  if (room.name !== null) return;
  const named = await updateRoomRow(tx, room, { name });
  announceUpdate(tx, named, (await loadPeople(tx, [named])).get(named.id));
}
