import type { WriteTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { loadPeople } from "../queries/people.ts";
import { listOwners } from "../store/members.ts";
import { updateOwnersToEldest } from "../store/rooms.ts";
import type { RoomRow } from "../tables.ts";
import { announceMember, announceUpdate } from "./announce.ts";

/** Gives rooms whose owner just left them to who has been there longest. */
export async function passOnRooms(tx: WriteTx, left: readonly RoomRow[]): Promise<void> {
  const rooms = await updateOwnersToEldest(tx, left);
  const people = await loadPeople(tx, rooms);
  const owners = await listOwners(tx, rooms);
  const refs = await listAccountRefs(
    tx,
    owners.map((owner) => owner.account_id),
  );
  for (const room of rooms) {
    announceUpdate(tx, room, people.get(room.id));
    const owner = owners.find((member) => member.room_id === room.id);
    if (owner) announceMember(tx, room, owner, refs);
  }
}
