// How another module takes files as its own: found and locked first, taken with what is written.
import type { files } from "@althing/contract";
import type { WriteTx } from "../../kernel/tx.ts";
import { lockAttachable } from "./store.ts";
import { viewAttachment } from "./views.ts";

export type Attachable = {
  readonly attachment: files.Attachment;
  readonly accountId: string;
  readonly workspaceId: string;
};

/** Those of the files that are ready and that nothing holds, by id, locked until the transaction ends; no query for none. */
export async function findAttachable(tx: WriteTx, ids: readonly string[]): Promise<Map<string, Attachable>> {
  if (ids.length === 0) return new Map();
  const rows = await lockAttachable(tx, ids);
  return new Map(
    rows.map((row) => [
      row.id,
      { attachment: viewAttachment(row), accountId: row.account_id, workspaceId: row.workspace_id },
    ]),
  );
}
