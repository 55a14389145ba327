// SQL on who is having which recording written down.
import type { files, rooms } from "@althing/contract";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { AssistantTables, ClaimRow } from "../tables.ts";

const from = (tx: ReadTx) => tx.reader<AssistantTables>().selectFrom("voice_claims").selectAll();
const into = (tx: WriteTx) => tx.writer<AssistantTables>();

export const findClaim = (tx: ReadTx, fileId: files.FileId): Promise<ClaimRow | undefined> =>
  from(tx).where("file_id", "=", fileId).executeTakeFirst();

export const listClaimsOfRun = (tx: ReadTx, runId: string): Promise<ClaimRow[]> =>
  from(tx).where("run_id", "=", runId).orderBy("file_id").execute();

export const putClaim = (tx: WriteTx, row: ClaimRow): Promise<unknown> =>
  into(tx)
    .insertInto("voice_claims")
    .values(row)
    .onConflict((on) => on.column("file_id").doUpdateSet({ reservation_id: row.reservation_id }))
    .execute();

/** False where it was taken up by somebody else since. */
export async function deleteClaim(tx: WriteTx, { file_id, reservation_id }: ClaimRow): Promise<boolean> {
  const deleted = await into(tx)
    .deleteFrom("voice_claims")
    .where("file_id", "=", file_id)
    .where("reservation_id", "is not distinct from", reservation_id)
    .returning("id")
    .execute();
  return deleted.length > 0;
}

export const deleteClaimsOfRooms = (tx: WriteTx, roomIds: readonly rooms.RoomId[]): Promise<unknown> =>
  into(tx).deleteFrom("voice_claims").where("room_id", "in", roomIds).execute();
