// Who may read a file. Knowing its id is no right.
import { files } from "@althing/contract";
import type { ReadTx } from "../../../kernel/tx.ts";
import { memberPermissions } from "../../workspaces/index.ts";
import type { FileRow } from "../tables.ts";
import { fileUses } from "../uses.ts";

/** Sent by the account, which is in the workspace still and may send files there. */
export const isOwn = async (tx: ReadTx, accountId: string, row: FileRow): Promise<boolean> =>
  (await ownAmong(tx, accountId, [row])).has(row.id);

async function ownAmong(tx: ReadTx, accountId: string, rows: readonly FileRow[]): Promise<Set<string>> {
  const sent = rows.filter((row) => row.account_id === accountId);
  const standings = await memberPermissions(
    tx,
    sent.map((row) => ({ workspaceId: row.workspace_id, accountId })),
  );
  const own = sent.filter((_, index) => standings[index]?.permissions.has(files.FileUpload.name));
  return new Set(own.map(({ id }) => id));
}

/**
 * Those of the files that an account may read: its own until something takes them, and then those that are held where it
 * may read. What was held once and is not any more is for nobody.
 */
export async function readableAmong(tx: ReadTx, accountId: string, rows: readonly FileRow[]): Promise<FileRow[]> {
  const own = await ownAmong(
    tx,
    accountId,
    rows.filter((row) => row.attached_at === null),
  );
  const attached = rows.filter((row) => row.attached_at !== null);
  const held = await fileUses.readableAmong(
    tx,
    accountId,
    attached.map(({ id }) => id),
  );
  return rows.filter(({ id }) => own.has(id) || held.has(id));
}
