import { rooms, type workspaces } from "@althing/contract";
import type { Insertable } from "kysely";
import { fail } from "../../../kernel/failure.ts";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { brokenConstraint, defineStatement } from "../../../platform/database/index.ts";
import type { RoomChanges, RoomRow, RoomsTable, RoomTables } from "../tables.ts";

const from = (tx: ReadTx) => tx.reader<RoomTables>();
const into = (tx: WriteTx) => tx.writer<RoomTables>();

const selectByIds = defineStatement("rooms.by_ids", "select * from rooms where id = any ($1::uuid[])");
export const listRoomRows = (tx: ReadTx, roomIds: readonly string[]): Promise<RoomRow[]> =>
  roomIds.length === 0 ? Promise.resolve([]) : tx.query(selectByIds, [roomIds]);

/** Every room there is, in no order. */
export const listAllRooms = (tx: ReadTx): Promise<Pick<RoomRow, "id" | "workspace_id">[]> =>
  from(tx).selectFrom("rooms").select(["id", "workspace_id"]).execute();

/** Locks rooms in the order of their ids, so that what changes them happens one after another and never in a knot. */
export const lockRooms = async (tx: WriteTx, roomIds: readonly string[]): Promise<RoomRow[]> =>
  roomIds.length === 0
    ? []
    : into(tx)
        .selectFrom("rooms")
        .selectAll()
        .where("id", "in", roomIds as rooms.RoomId[])
        .orderBy("id")
        .forNoKeyUpdate()
        .execute();

/** Locks the room for the rest of the transaction: its row, its members and their count are then ours to change. */
export async function lockRoom(tx: WriteTx, roomId: string): Promise<RoomRow> {
  const [room] = await lockRooms(tx, [roomId]);
  return room ?? fail(rooms.RoomNotFound);
}

export const listDefaultRoomIds = async (tx: ReadTx, workspaceId: workspaces.WorkspaceId): Promise<rooms.RoomId[]> => {
  const rows = await from(tx)
    .selectFrom("rooms")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("is_default", "=", true)
    .where("archived_at", "is", null)
    .execute();
  return rows.map((row) => row.id);
};

/** Undefined if another room has this name or pair. */
export const insertRoom = (tx: WriteTx, room: Insertable<RoomsTable>): Promise<RoomRow | undefined> =>
  into(tx)
    .insertInto("rooms")
    .values(room)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();

export async function findPair(
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
  pairKey: string,
): Promise<rooms.RoomId | undefined> {
  const row = await from(tx)
    .selectFrom("rooms")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("pair_key", "=", pairKey)
    .executeTakeFirst();
  return row?.id;
}

/** Changes a locked room and raises its version. */
export async function updateRoomRow(tx: WriteTx, room: RoomRow, changes: RoomChanges): Promise<RoomRow> {
  try {
    return await into(tx)
      .updateTable("rooms")
      .set({ ...changes, version: room.version + 1 })
      .where("id", "=", room.id)
      .returningAll()
      .executeTakeFirstOrThrow();
  } catch (error) {
    if (brokenConstraint(error) === "rooms_name") fail(rooms.RoomNameTaken);
    throw error;
  }
}

/** Takes the rooms out of a category that is about to go. */
export const clearRoomsOfCategory = (tx: WriteTx, categoryId: string): Promise<RoomRow[]> =>
  into(tx)
    .updateTable("rooms")
    .set((eb) => ({ category_id: null, version: eb("version", "+", 1) }))
    .where("category_id", "=", categoryId)
    .returningAll()
    .execute();

/** Gives each of the rooms to the member who has been there longest; an empty one belongs to nobody. */
export const updateOwnersToEldest = (tx: WriteTx, owned: readonly RoomRow[]): Promise<RoomRow[]> =>
  into(tx)
    .updateTable("rooms")
    .set((eb) => ({
      version: eb("version", "+", 1),
      owner_id: eb
        .selectFrom("room_members")
        .select("account_id")
        .whereRef("room_id", "=", "rooms.id")
        .orderBy("joined_seq")
        .limit(1),
    }))
    .where(
      "id",
      "in",
      owned.map((room) => room.id),
    )
    .returningAll()
    .execute();

export const deleteRoomRow = async (tx: WriteTx, roomId: string): Promise<void> => {
  await into(tx)
    .deleteFrom("rooms")
    .where("id", "=", roomId as rooms.RoomId)
    .execute();
};
