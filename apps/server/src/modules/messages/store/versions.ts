import type { ReadTx, WriteTx } from "../../../kernel/tx.ts";
import { defineStatement } from "../../../platform/database/index.ts";
import type { MessageRow } from "../tables.ts";

export type VersionRow = { version: number; body: string; html: string; at: Date; by: string };

const insert = defineStatement(
  "versions.insert",
  "insert into message_versions (message_id, version, body, html, at, by_account_id) values ($1, $2, $3, $4, $5, $6)",
);

/** Keeps how a message reads before it changes. */
export async function insertVersion(tx: WriteTx, row: MessageRow, byAccountId: string): Promise<void> {
  await tx.query(insert, [row.id, row.version, row.body, row.html, tx.now, byAccountId]);
}

const ofMessage = defineStatement(
  "versions.of_message",
  "select version, body, html, at, by_account_id as by from message_versions where message_id = $1 order by version desc limit 200",
);

export function selectVersions(tx: ReadTx, messageId: string): Promise<VersionRow[]> {
  return tx.query<VersionRow>(ofMessage, [messageId]);
}
