// What was brought in from elsewhere: which conversations, and what their messages were there.
import type { Insertable } from "kysely";
import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { ChatTables, ImportRow, ImportsTable, OriginRow } from "../tables.ts";

const selectOrigins = defineStatement("chats.origins", "select * from chat_origins where room_id = $1");
export const listOrigins = (tx: ReadTx, roomId: string): Promise<OriginRow[]> => tx.query(selectOrigins, [roomId]);

const insertAll = defineStatement(
  "chats.insert_origins",
  `insert into chat_origins (message_id, room_id, author, model, sources)
   select m, $2, a, d, s from unnest($1::uuid[], $3::jsonb[], $4::text[], $5::jsonb[]) as q (m, a, d, s)`,
);
export async function insertOrigins(
  tx: WriteTx,
  roomId: string,
  origins: readonly Omit<OriginRow, "room_id">[],
): Promise<void> {
  await tx.query(insertAll, [
    origins.map(({ message_id }) => message_id),
    roomId,
    origins.map(({ author }) => JSON.stringify(author)),
    origins.map(({ model }) => model),
    origins.map(({ sources }) => JSON.stringify(sources)),
  ]);
}

const selectImport = defineStatement("chats.import", "select * from chat_imports where room_id = $1");
export const findImport = async (tx: ReadTx, roomId: string): Promise<ImportRow | undefined> =>
  (await tx.query<ImportRow>(selectImport, [roomId]))[0];

type Named = { accountId: string; workspaceId: string; source: string; keys: readonly string[] };
const selectKnown = defineStatement(
  "chats.known_imports",
  "select * from chat_imports where account_id = $1 and workspace_id = $2 and source = $3 and key = any ($4::text[])",
);
/** Which of the conversations someone brought in before. */
export const listKnownImports = (tx: ReadTx, { accountId, workspaceId, source, keys }: Named): Promise<ImportRow[]> =>
  tx.query(selectKnown, [accountId, workspaceId, source, keys]);

const lock = defineStatement(
  "chats.lock_imports",
  "select pg_advisory_xact_lock(hashtextextended('imports ' || $1, 0))",
);
/** One import of someone at a time, so that the same one twice brings nothing twice. */
export async function lockImports(tx: WriteTx, accountId: string): Promise<void> {
  await tx.query(lock, [accountId]);
}

export const insertImport = async (tx: WriteTx, row: Insertable<ImportsTable>): Promise<void> => {
  await tx.writer<ChatTables>().insertInto("chat_imports").values(row).execute();
};
