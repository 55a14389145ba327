import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { MessageRow } from "../tables.ts";

const insert = defineStatement(
  "attachments.insert",
  "insert into message_attachments (file_id, message_id) select * from unnest($1::uuid[], $2::uuid[])",
);

export async function insertAttachments(
  tx: WriteTx,
  messages: readonly Pick<MessageRow, "id" | "attachments">[],
): Promise<void> {
  const rows = messages.flatMap(({ id, attachments }) => attachments.map((file) => ({ fileId: file.id, id })));
  if (rows.length === 0) return;
  await tx.query(insert, [rows.map(({ fileId }) => fileId), rows.map(({ id }) => id)]);
}

const remove = defineStatement("attachments.delete", "delete from message_attachments where message_id = $1");

/** The message lets go of its files, which nobody may read then. */
export async function deleteAttachments(tx: WriteTx, messageId: string): Promise<void> {
  await tx.query(remove, [messageId]);
}

const held = defineStatement(
  "attachments.held",
  "select file_id from message_attachments where file_id = any ($1::uuid[])",
);

/** Those of the files that a message holds. */
export async function selectHeld(tx: ReadTx, fileIds: readonly string[]): Promise<string[]> {
  return (await tx.query<{ file_id: string }>(held, [fileIds])).map((row) => row.file_id);
}

const holders = defineStatement(
  "attachments.holders",
  "select distinct message_id from message_attachments where file_id = any ($1::uuid[])",
);

/** The messages that hold files: one each, unless its question was asked in other words. */
export async function selectHoldersOf(tx: ReadTx, fileIds: readonly string[]): Promise<string[]> {
  return (await tx.query<{ message_id: string }>(holders, [fileIds])).map((row) => row.message_id);
}

const places = defineStatement(
  "attachments.places",
  `select a.file_id, m.room_id from message_attachments a join messages m on m.id = a.message_id
   where a.file_id = any ($1::uuid[]) and m.deleted_at is null`,
);

/** In which rooms the messages are that hold the files. */
export async function selectPlaces(
  tx: ReadTx,
  fileIds: readonly string[],
): Promise<{ fileId: string; roomId: string }[]> {
  const rows = await tx.query<{ file_id: string; room_id: string }>(places, [fileIds]);
  return rows.map((row) => ({ fileId: row.file_id, roomId: row.room_id }));
}
