import type { workspaces } from "@althing/contract";
import { sql } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import type { EmojiRow, WorkspaceTables } from "../tables.ts";

type WorkspaceId = workspaces.WorkspaceId;
const from = (tx: ReadTx) => tx.reader<WorkspaceTables>();
const into = (tx: WriteTx) => tx.writer<WorkspaceTables>();

/** In the order of their names. */
export const listEmojiRows = (tx: ReadTx, workspaceIds: readonly string[]): Promise<EmojiRow[]> =>
  from(tx)
    .selectFrom("workspace_emoji")
    .selectAll()
    .where("workspace_id", "=", sql<WorkspaceId>`any (${workspaceIds})`)
    .orderBy("name")
    .execute();

export const insertEmoji = async (tx: WriteTx, row: EmojiRow): Promise<void> => {
  await into(tx).insertInto("workspace_emoji").values(row).execute();
};

export const deleteEmoji = (tx: WriteTx, workspaceId: string, name: string): Promise<EmojiRow | undefined> =>
  into(tx)
    .deleteFrom("workspace_emoji")
    .where("workspace_id", "=", workspaceId as WorkspaceId)
    .where("name", "=", name)
    .returningAll()
    .executeTakeFirst();

export const listShownPictures = async (tx: ReadTx, hashes: readonly string[]): Promise<string[]> => {
  const rows = await from(tx)
    .selectFrom("workspace_emoji")
    .select("picture")
    .distinct()
    .where("picture", "=", sql<string>`any (${hashes})`)
    .execute();
  return rows.map(({ picture }) => picture);
};
