// Files that more than one message may hold, and what stands under recordings: the same wherever they are held.
import { feedOf, type files, messages } from "@althing/contract";
import { fail } from "../../kernel/failure.ts";
import type { WriteTx } from "../../kernel/tx.ts";
import { viewForAll } from "./finding.ts";
import { selectHoldersOf } from "./store/attachments.ts";
import { lockByIds, updateMessage } from "./store/messages.ts";
import type { MessageRow } from "./tables.ts";

/** The file as messages hold it, and they until the end of the transaction; undefined where none does any more. */
export async function lockAttachment(tx: WriteTx, fileId: string): Promise<files.Attachment | undefined> {
  return (await lockHolders(tx, fileId)).flatMap(({ attachments }) => attachments).find(({ id }) => id === fileId);
}

/** Files that messages of a room hold, for one more of it; those messages are locked until it is there. */
export async function sharedAttachments(
  tx: WriteTx,
  roomId: string,
  fileIds: readonly string[],
): Promise<files.Attachment[]> {
  const ids = [...new Set(fileIds)];
  const held = await selectHoldersOf(tx, ids);
  const rows = (await lockByIds(tx, held)).filter(({ room_id, deleted_at }) => room_id === roomId && !deleted_at);
  const found = new Map(rows.flatMap(({ attachments }) => attachments.map((one) => [one.id as string, one])));
  return ids.map((id) => found.get(id) ?? fail(messages.AttachmentNotFound));
}

type Under = { readonly transcript: string } | { readonly writing: files.Writing | undefined };

/** Words that are there stay as they are. */
export async function writeUnder(tx: WriteTx, fileId: string, under: Under): Promise<void> {
  for (const row of await lockHolders(tx, fileId)) {
    const attachments = row.attachments.map((one) => (one.id === fileId ? withUnder(one, under) : one));
    if (attachments.every((one, index) => one === row.attachments[index])) continue;
    const written = await updateMessage(tx, row, { attachments, version: row.version + 1 });
    tx.emit(messages.MessageEdited, feedOf.room(row.room_id), { message: await viewForAll(tx, written) });
  }
}

function withUnder(attachment: files.Attachment, under: Under): files.Attachment {
  const isDone = attachment.transcript !== null;
  const isSame = "writing" in under && under.writing === undefined && attachment.writing === undefined;
  if (isDone || isSame) return attachment;
  const { writing: _, ...plain } = attachment;
  return { ...plain, ...under };
}

/** Who comes to hold it too locks one that does: so after these are locked, one more look finds all. */
async function lockHolders(tx: WriteTx, fileId: string): Promise<MessageRow[]> {
  await lockByIds(tx, await selectHoldersOf(tx, [fileId]));
  return (await lockByIds(tx, await selectHoldersOf(tx, [fileId]))).filter(({ deleted_at }) => deleted_at === null);
}
