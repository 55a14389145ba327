// A room's people by name. Names are the accounts module's, so all members are loaded and put in order here.
import type { AccountId, rooms } from "@althing/contract";
import type { ReadAction } from "../../../kernel/binding.ts";
import { accessOf, PageOf } from "../../../kernel/call.ts";
import type { ReadTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { listMembers } from "../store/members.ts";
import { viewMember } from "../views.ts";
import { roomFacts } from "./room-access.ts";

export const listRoomMembers: ReadAction<typeof rooms.listRoomMembers> = async (tx, call) => {
  const { roomId, query = "", limit } = call.input;
  const { ownerId } = roomFacts(accessOf(call));
  const { cursor } = call;
  const all = await loadMembers(tx, { id: roomId, ownerId });
  const wanted = query.toLowerCase();
  const rest = all
    .filter((member) => member.name.toLowerCase().includes(wanted) || member.handle.includes(wanted))
    .filter((member) => cursor === undefined || compareByName(member, cursor) > 0);
  const items = rest.slice(0, limit);
  const last = rest.length > limit ? items.at(-1) : undefined;
  return new PageOf(items, { next: last && { name: last.name, id: last.id } });
};

/** Everyone in the room, by name. */
export async function loadMembers(
  tx: ReadTx,
  room: { id: rooms.RoomId; ownerId: AccountId | null },
): Promise<rooms.RoomMember[]> {
  const rows = await listMembers(tx, room.id);
  const refs = await listAccountRefs(
    tx,
    rows.map((row) => row.account_id),
  );
  return rows
    .flatMap((row) => {
      const ref = refs.get(row.account_id);
      return ref ? [viewMember(row, ref, room.ownerId)] : [];
    })
    .sort(compareByName);
}

type Named = { name: string; id: string };
const compareByName = (one: Named, other: Named): number =>
  compare(one.name.toLowerCase(), other.name.toLowerCase()) || compare(one.id, other.id);
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
