import { files } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { WriteAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { newKey } from "../content/keep.ts";
import { insertFile, selectFiles } from "../store.ts";
import { viewFile } from "../views.ts";

/** The client names the file, so a repeated request is the same file: of the same sender in the same workspace. */
export const createFile: WriteAction<typeof files.createFile> = async (tx, { actor, input }) => {
  const { account } = requireAccount(actor);
  const { workspaceId, id = tx.newId(), name, sizeBytes } = input;
  const limitBytes = tx.knowledge.fileMaxBytes;
  if (sizeBytes > limitBytes) fail(files.FileTooLarge, { limitBytes });
  await insertFile(tx, {
    id,
    workspace_id: workspaceId,
    account_id: account.id,
    name,
    size_bytes: sizeBytes,
    content_key: newKey(),
    created_at: tx.now,
  });
  const [row] = await selectFiles(tx, [id]);
  if (row?.account_id !== account.id || row.workspace_id !== workspaceId) return fail(files.FileIdTaken);
  return viewFile(row, account);
};
