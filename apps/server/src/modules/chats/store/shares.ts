import type { workspaces } from "@althing/contract";
import type { Insertable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { ChatTables, ShareRow, SharesTable } from "../tables.ts";

type WorkspaceId = workspaces.WorkspaceId;
type Listed = Omit<ShareRow, "conversation">;

export const listShareRows = (tx: ReadTx, workspaceId: WorkspaceId, ownerId: string): Promise<Listed[]> =>
  tx
    .reader<ChatTables>()
    .selectFrom("chat_shares")
    .select([
      "id",
      "token",
      "workspace_id",
      "room_id",
      "owner_id",
      "title",
      "scope",
      "audience",
      "created_at",
      "expires_at",
    ])
    .where("workspace_id", "=", workspaceId)
    .where("owner_id", "=", ownerId as ShareRow["owner_id"])
    .where((eb) => eb.or([eb("expires_at", "is", null), eb("expires_at", ">", tx.now)]))
    .orderBy("created_at", "desc")
    .execute();

export const findShareByToken = (tx: ReadTx, token: string): Promise<ShareRow | undefined> =>
  tx.reader<ChatTables>().selectFrom("chat_shares").selectAll().where("token", "=", token).executeTakeFirst();

export const insertShare = (tx: WriteTx, row: Insertable<SharesTable>): Promise<ShareRow> =>
  tx.writer<ChatTables>().insertInto("chat_shares").values(row).returningAll().executeTakeFirstOrThrow();

export const deleteShare = (tx: WriteTx, named: { id: string; ownerId: string; workspaceId: string }) =>
  tx
    .writer<ChatTables>()
    .deleteFrom("chat_shares")
    .where("id", "=", named.id as ShareRow["id"])
    .where("owner_id", "=", named.ownerId as ShareRow["owner_id"])
    .where("workspace_id", "=", named.workspaceId as WorkspaceId)
    .returning(["id", "room_id"])
    .executeTakeFirst();
