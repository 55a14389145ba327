import { type AccountId, type accounts, feedOf, rooms } from "@althing/contract";
import type { Emitted, WriteTx } from "../../../kernel/tx.ts";
import { listAccountRefs } from "../../accounts/index.ts";
import { memberPermissions } from "../../workspaces/index.ts";
import { permissionsIn } from "../policy.ts";
import { distinct, loadPeople } from "../queries/people.ts";
import { countMembers, insertMembers, updateJoinedSeqs } from "../store/members.ts";
import type { MemberRow, RoomRow } from "../tables.ts";
import { unplaced, viewFacts, viewLastMessageAt, viewMember, viewNothingUnread } from "../views.ts";

export type Newcomer = {
  readonly member: rooms.RoomMember;
  /** The room as the newcomer has it; to be asked once the events have their numbers. */
  readonly room: () => rooms.MyRoom;
};

type Join = { room: RoomRow; row: MemberRow; member: rooms.RoomMember; joined: Emitted };

/** Puts people into locked rooms and tells everyone. Who is in a room already is passed over. */
export async function enterRooms(
  tx: WriteTx,
  locked: readonly RoomRow[],
  accountIds: readonly AccountId[],
  addedBy: AccountId | null,
): Promise<Newcomer[]> {
  const inserted = await insertMembers(tx, locked, accountIds);
  if (inserted.length === 0) return [];
  const byRoom = Map.groupBy(inserted, (row) => row.room_id);
  const entered = await countMembers(
    tx,
    locked.filter((room) => byRoom.has(room.id)),
    ({ id }) => byRoom.get(id)?.length ?? 0,
  );
  const refs = await listAccountRefs(tx, distinct(inserted.map((row) => row.account_id)));
  const people = await loadPeople(tx, entered);
  const joins = entered.flatMap((room) => emitJoins(tx, room, byRoom.get(room.id) ?? [], refs, addedBy));
  tx.onNumbered(() =>
    updateJoinedSeqs(
      tx,
      joins.map(({ row, joined }) => ({ roomId: row.room_id, accountId: row.account_id, seq: joined.position.seq })),
    ),
  );
  const roles = await memberPermissions(
    tx,
    joins.map(({ room, row }) => ({ accountId: row.account_id, workspaceId: room.workspace_id })),
  );
  return joins.map(({ room, row, member, joined }, index) => {
    const standing = { room, accountId: row.account_id, workspace: roles[index], flags: row.flags };
    const last = joins.findLast((join) => join.room === room)?.joined ?? joined;
    const view = (): rooms.MyRoom => ({
      ...viewFacts(room, people.get(room.id) ?? []),
      head: last.position.seq,
      lastMessageAt: viewLastMessageAt(last.position.stamp),
      joined: true,
      permissions: [...(permissionsIn(standing) ?? [])],
      placement: unplaced,
      unread: viewNothingUnread(joined.position.seq),
    });
    tx.emit(rooms.RoomEntered, feedOf.account(row.account_id), () => ({ room: view() }));
    return { member, room: view };
  });
}

/** The room as one of the newcomers has it. */
export function roomOf(newcomers: readonly Newcomer[], accountId: AccountId): () => rooms.MyRoom {
  const mine = newcomers.find(({ member }) => member.id === accountId);
  if (!mine) throw new Error("Who opens a room is in it");
  return mine.room;
}

function emitJoins(
  tx: WriteTx,
  room: RoomRow,
  rows: readonly MemberRow[],
  refs: ReadonlyMap<string, accounts.AccountRef>,
  addedBy: AccountId | null,
): Join[] {
  const before = room.member_count - rows.length;
  return rows.flatMap((row, index) => {
    const ref = refs.get(row.account_id);
    if (!ref) return [];
    const member = viewMember(row, ref, room.owner_id);
    const joined = tx.emit(rooms.RoomMemberJoined, feedOf.room(room.id), {
      roomId: room.id,
      member,
      addedBy: addedBy === row.account_id ? null : addedBy,
      memberCount: before + index + 1,
    });
    return { room, row, member, joined };
  });
}
