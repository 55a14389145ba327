import type { AccountId, chats, workspaces } from "@althing/contract";
import { type Insertable, sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { ChatTables, HoldRow, HoldsTable } from "../tables.ts";

type Place = { at: string; id: chats.HoldId };

/** The newest first, after one of them. */
export const listHolds = (
  tx: ReadTx,
  workspaceId: workspaces.WorkspaceId,
  { after, limit }: { after: Place | undefined; limit: number },
): Promise<HoldRow[]> =>
  tx
    .reader<ChatTables>()
    .selectFrom("chat_holds")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where(after ? sql<boolean>`(at, id) < (${after.at}, ${after.id})` : sql<boolean>`true`)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();

/** The one that is on. */
export const findHold = (tx: ReadTx, workspaceId: workspaces.WorkspaceId): Promise<HoldRow | undefined> =>
  tx
    .reader<ChatTables>()
    .selectFrom("chat_holds")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("ended_at", "is", null)
    .executeTakeFirst();

export const insertHold = (tx: WriteTx, hold: Insertable<HoldsTable>): Promise<unknown> =>
  tx.writer<ChatTables>().insertInto("chat_holds").values(hold).execute();

export const endHold = (tx: WriteTx, workspaceId: workspaces.WorkspaceId, endedBy: AccountId): Promise<unknown> =>
  tx
    .writer<ChatTables>()
    .updateTable("chat_holds")
    .set({ ended_by: endedBy, ended_at: tx.now })
    .where("workspace_id", "=", workspaceId)
    .where("ended_at", "is", null)
    .execute();
