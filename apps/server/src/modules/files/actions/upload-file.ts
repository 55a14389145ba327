/**
 * Bytes are received outside of any transaction, which may take minutes. The newest request may write: so a client whose
 * connection broke goes on at once, whatever became of its last request, and what that one still says is not believed.
 */
import { errors, files } from "@althing/contract";
import { type AccountActor, requireAccount } from "../../../kernel/actor.ts";
import type { OutsideAction } from "../../../kernel/binding.ts";
import { fail } from "../../../kernel/failure.ts";
import type { Platform } from "../../../kernel/platform.ts";
import type { WriteTx } from "../../../kernel/tx.ts";
import { BlobsFull } from "../../../platform/blobs/index.ts";
import { keepContent } from "../content/keep.ts";
import { receive } from "../content/receive.ts";
import { isOwn } from "../queries/readable.ts";
import { keysOf, lockFiles, updateAsWriter, updateFile } from "../store.ts";
import type { FileRow } from "../tables.ts";
import { viewFile } from "../views.ts";

export const uploadFile: OutsideAction<typeof files.uploadFile> = async (platform, { actor, input, request }) => {
  const sender = requireAccount(actor);
  const row = await platform.write(actor, (tx) => begin(tx, sender, input));
  if (row.state === "ready") return viewFile(row, sender.account);
  try {
    const end = await receive(platform.blobs, row, requireBytes(request.bytes), (receivedBytes) =>
      note(platform, row, receivedBytes),
    );
    const whole = end === row.size_bytes ? await finishOnce(platform, row) : { ...row, received_bytes: end };
    return viewFile(whole, sender.account);
  } catch (error) {
    if (error instanceof BlobsFull) {
      platform.log.error({ err: error, fileId: row.id }, "There is no room for a file");
      return fail(files.StorageFull);
    }
    throw error;
  }
};

const requireBytes = (bytes: ReadableStream<Uint8Array> | undefined): ReadableStream<Uint8Array> =>
  bytes ?? fail(errors.UnsupportedMediaType);

/** The bytes must continue what is there; then this request is the one that may write. */
async function begin(
  tx: WriteTx,
  sender: AccountActor,
  { fileId, offset }: { fileId: string; offset: number },
): Promise<FileRow> {
  const [row] = await lockFiles(tx, [fileId]);
  if (!row || !(await isOwn(tx, sender.account.id, row))) return fail(files.FileNotFound);
  if (row.state === "failed") fail(files.ImageTooLarge, { limitPixels: files.fileLimits.pixels });
  // Ready already and told so to nobody: the answer to the last bytes was lost.
  if (row.state === "ready" && offset >= row.received_bytes) return row;
  if (row.state === "ready" || offset !== row.received_bytes) {
    fail(files.OffsetMismatch, { receivedBytes: row.received_bytes });
  }
  // With all bytes there, whoever brought them may be finishing still: this request asks for the same.
  if (row.writer !== null && offset === row.size_bytes) return row;
  const writer = tx.newId();
  await updateFile(tx, row.id, { writer });
  return { ...row, writer };
}

async function note(platform: Platform, row: FileRow, receivedBytes: number): Promise<void> {
  await write(platform, row, { received_bytes: receivedBytes });
}

/** Writes as long as this request is the newest one; else tells how far the newest has come. */
function write(platform: Platform, row: FileRow, changes: Parameters<typeof updateAsWriter>[2]): Promise<FileRow> {
  return platform.write({ kind: "system" }, async (tx) => {
    const written = await updateAsWriter(tx, row, changes);
    if (written) return written;
    const [now] = await lockFiles(tx, [row.id]);
    return fail(files.OffsetMismatch, { receivedBytes: now?.received_bytes ?? 0 });
  });
}

const finishing = new Map<string, Promise<FileRow>>();

/** Pictures wait in line to be drawn, longer perhaps than a connection lasts: who asks again waits for the same drawing. */
function finishOnce(platform: Platform, row: FileRow): Promise<FileRow> {
  const running = finishing.get(row.id) ?? finish(platform, row).finally(() => finishing.delete(row.id));
  finishing.set(row.id, running);
  return running;
}

/** All bytes are there. Where the server ends before this does, the client asks again with no bytes at the file's end. */
async function finish(platform: Platform, row: FileRow): Promise<FileRow> {
  const { blobs } = platform;
  const kept = await keepContent(blobs, row);
  if (kept === "too large") {
    await write(platform, row, { state: "failed" });
    await blobs.remove([row.content_key]);
    return fail(files.ImageTooLarge, { limitPixels: files.fileLimits.pixels });
  }
  try {
    const ready = await write(platform, row, {
      ...kept,
      received_bytes: kept.size_bytes,
      state: "ready",
      writer: null,
    });
    await blobs.remove([row.content_key]);
    return ready;
  } catch (error) {
    await blobs.remove(keysOf(kept));
    throw error;
  }
}
