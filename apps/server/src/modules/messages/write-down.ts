import { feedOf, type files, messages } from "@althing/contract";
import type { WriteTx } from "../../kernel/tx.ts";
import { lockMessage, viewForAll } from "./finding.ts";
import { updateMessage } from "./store/messages.ts";

type Spoken = { roomId: string; messageId: string; fileId: files.FileId; transcript: string };

/** What is said in a voice note stands under it from now on; nothing where it is gone, or was written down before. */
export async function writeDown(tx: WriteTx, { roomId, messageId, fileId, transcript }: Spoken): Promise<void> {
  const row = await lockMessage(tx, roomId as messages.Message["roomId"], messageId as messages.MessageId);
  const isNew = row.attachments.some((one) => one.id === fileId && one.transcript === null);
  if (row.deleted_at !== null || !isNew) return;
  const attachments = row.attachments.map((one) => (one.id === fileId ? { ...one, transcript } : one));
  const written = await updateMessage(tx, row, { attachments, version: row.version + 1 });
  tx.emit(messages.MessageEdited, feedOf.room(roomId), { message: await viewForAll(tx, written) });
}
