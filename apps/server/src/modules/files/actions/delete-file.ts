import { files } from "@althing/contract";
import { requireAccount } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import { isOwn } from "../queries/readable.ts";
import { deleteFiles, keysOf, lockFiles } from "../store.ts";
import { fileUses } from "../uses.ts";

export const deleteFile: OutsideAction<typeof files.deleteFile> = async (platform, { actor, input }) => {
  const { account } = requireAccount(actor);
  const row = await platform.write(actor, async (tx) => {
    const [found] = await lockFiles(tx, [input.fileId]);
    if (!found || !(await isOwn(tx, account.id, found))) return fail(files.FileNotFound);
    const held = await fileUses.heldAmong(tx, [found.id]);
    if (held.size > 0) fail(files.FileInUse);
    await deleteFiles(tx, [found.id]);
    return found;
  });
  await platform.blobs.remove(keysOf(row));
  return null;
};
