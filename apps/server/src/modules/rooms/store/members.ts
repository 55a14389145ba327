import type { AccountId, rooms } from "@althing/contract";
import { sql, type Updateable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { MemberRow, RoomMembersTable, RoomRow, RoomTables } from "../tables.ts";

const from = (tx: ReadTx) => tx.reader<RoomTables>();
const into = (tx: WriteTx) => tx.writer<RoomTables>();
const idsOf = (rooms: readonly RoomRow[]) => rooms.map((room) => room.id);

export const findMember = (tx: ReadTx, roomId: string, accountId: string): Promise<MemberRow | undefined> =>
  from(tx)
    .selectFrom("room_members")
    .selectAll()
    .where("room_id", "=", roomId as rooms.RoomId)
    .where("account_id", "=", accountId as AccountId)
    .executeTakeFirst();

export const listMembers = (tx: ReadTx, roomId: string): Promise<MemberRow[]> =>
  from(tx)
    .selectFrom("room_members")
    .selectAll()
    .where("room_id", "=", roomId as rooms.RoomId)
    .execute();

/** The memberships of the rooms' owners, as far as they are in their rooms. */
export const listOwners = (tx: ReadTx, rooms: readonly RoomRow[]): Promise<MemberRow[]> =>
  from(tx)
    .selectFrom("room_members as m")
    .innerJoin("rooms as r", (join) => join.onRef("r.id", "=", "m.room_id").onRef("r.owner_id", "=", "m.account_id"))
    .selectAll("m")
    .where("r.id", "in", idsOf(rooms))
    .execute();

/** In the order of the events of their joins; those who join just now come last, in the order in which they will. */
const inOrder = "joined_seq = 0, joined_seq, account_id";

const selectMemberIds = defineStatement(
  "rooms.member_ids",
  `select account_id from room_members where room_id = $1 order by ${inOrder}`,
);
/** Everyone in the room, those who have been there longest first. */
export async function listMemberIds(tx: ReadTx, roomId: string): Promise<AccountId[]> {
  const rows = await tx.query<{ account_id: AccountId }>(selectMemberIds, [roomId]);
  return rows.map((row) => row.account_id);
}

const selectMembersAmong = defineStatement(
  "rooms.members_among",
  "select account_id from room_members where room_id = $1 and account_id = any ($2::uuid[])",
);
/** Which of these accounts are in the room. */
export async function membersAmong(tx: ReadTx, roomId: string, accountIds: readonly string[]): Promise<Set<string>> {
  if (accountIds.length === 0) return new Set();
  const rows = await tx.query<{ account_id: string }>(selectMembersAmong, [roomId, accountIds]);
  return new Set(rows.map((row) => row.account_id));
}

const selectPlacements = defineStatement(
  "rooms.placements",
  `select account_id as "accountId", muted, notify from room_members where room_id = $1 and account_id = any ($2::uuid[])`,
);
export type Placed = Pick<MemberRow, "muted" | "notify">;
/** How those of the accounts that are in the room have placed it. */
export async function listPlacements(
  tx: ReadTx,
  roomId: string,
  accountIds: readonly string[],
): Promise<Map<string, Placed>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tx.query<Placed & { accountId: string }>(selectPlacements, [roomId, accountIds]);
  return new Map(rows.map(({ accountId, ...placed }) => [accountId, placed]));
}

const selectPeople = defineStatement(
  "rooms.people",
  `select room_id, account_id from room_members where room_id = any ($1::uuid[]) order by ${inOrder}`,
);
export const listPeople = (
  tx: ReadTx,
  roomIds: readonly rooms.RoomId[],
): Promise<Pick<MemberRow, "room_id" | "account_id">[]> => tx.query(selectPeople, [roomIds]);

const selectRoomIds = defineStatement(
  "rooms.ids_of_account",
  `select m.room_id from room_members m join rooms r on r.id = m.room_id
   where m.account_id = $1 and ($2::uuid is null or r.workspace_id = $2)`,
);
/** The rooms that the account is in, of one workspace or of all; archived ones too. */
export async function listRoomIdsOf(tx: ReadTx, accountId: string, workspaceId?: string): Promise<rooms.RoomId[]> {
  const rows = await tx.query<{ room_id: rooms.RoomId }>(selectRoomIds, [accountId, workspaceId ?? null]);
  return rows.map((row) => row.room_id);
}

/** Puts each account into each of the locked rooms; gives only those who were not there. */
export const insertMembers = async (
  tx: WriteTx,
  rooms: readonly RoomRow[],
  accountIds: readonly AccountId[],
): Promise<MemberRow[]> => {
  const { rows } = await sql<MemberRow>`
    insert into room_members (room_id, account_id, joined_at)
    select room_id, account_id, ${tx.now}::timestamptz
    from unnest(${idsOf(rooms)}::uuid[]) as r (room_id),
      unnest(${accountIds}::uuid[]) as a (account_id)
    order by room_id, account_id
    on conflict do nothing
    returning *`.execute(into(tx));
  return rows;
};

export const deleteMembers = async (
  tx: WriteTx,
  rooms: readonly RoomRow[],
  accountId: AccountId,
): Promise<rooms.RoomId[]> => {
  const rows = await into(tx)
    .deleteFrom("room_members")
    .where("room_id", "in", idsOf(rooms))
    .where("account_id", "=", accountId)
    .returning("room_id")
    .execute();
  return rows.map((row) => row.room_id);
};

/** Adds to the counts of the locked rooms, and gives them with their new counts. */
export async function countMembers(
  tx: WriteTx,
  rooms: readonly RoomRow[],
  change: (room: RoomRow) => number,
): Promise<RoomRow[]> {
  const counted = rooms.map((room) => ({ ...room, member_count: room.member_count + change(room) }));
  await sql`
    update rooms set member_count = counted.count
    from unnest(${idsOf(counted)}::uuid[], ${counted.map((room) => room.member_count)}::int[]) as counted (id, count)
    where rooms.id = counted.id`.execute(into(tx));
  return counted;
}

const setJoinedSeqs = defineStatement(
  "rooms.set_joined_seqs",
  `update room_members m set joined_seq = j.seq
   from unnest($1::uuid[], $2::uuid[], $3::bigint[]) as j (room_id, account_id, seq)
   where m.room_id = j.room_id and m.account_id = j.account_id`,
);
export type Join = { roomId: string; accountId: string; seq: number };
export const updateJoinedSeqs = async (tx: WriteTx, joins: readonly Join[]): Promise<void> => {
  await tx.query(setJoinedSeqs, [
    joins.map((join) => join.roomId),
    joins.map((join) => join.accountId),
    joins.map((join) => join.seq),
  ]);
};

export const updateMember = (
  tx: WriteTx,
  { room_id, account_id }: Pick<MemberRow, "room_id" | "account_id">,
  changes: Updateable<RoomMembersTable>,
): Promise<MemberRow> =>
  into(tx)
    .updateTable("room_members")
    .set(changes)
    .where("room_id", "=", room_id)
    .where("account_id", "=", account_id)
    .returningAll()
    .executeTakeFirstOrThrow();

/** Takes everyone's rooms out of a category that is about to go. */
export const clearPlacementsIn = (tx: WriteTx, categoryId: string): Promise<MemberRow[]> =>
  into(tx)
    .updateTable("room_members")
    .set({ category_id: null })
    .where("category_id", "=", categoryId)
    .returningAll()
    .execute();
