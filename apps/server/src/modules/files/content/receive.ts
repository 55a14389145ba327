// Bytes on their way from the network to the disk: never more of them in memory than one piece.
import { files } from "@althing/contract";
import { fail } from "../../../kernel/failure.ts";
import { type Blobs, BlobsFull } from "../../../platform/blobs/index.ts";
import type { FileRow } from "../tables.ts";

/** After so many bytes it is noted how far they have come, so that a crash costs no more. */
const noteEachBytes = 16 * 1024 * 1024;

/**
 * Writes on where the file ends, and gives where it ends then. A connection that breaks off ends the bytes: what came of
 * them is kept. `note` is called when so much is on disk.
 */
export async function receive(
  blobs: Blobs,
  { content_key, received_bytes, size_bytes }: FileRow,
  bytes: ReadableStream<Uint8Array>,
  note: (receivedBytes: number) => Promise<void>,
): Promise<number> {
  const blob = await blobs.open(content_key);
  let [end, noted] = [received_bytes, received_bytes];
  const keep = async () => {
    if (end === noted) return;
    await blob.flush();
    await note(end);
    noted = end;
  };
  try {
    for await (const piece of untilCut(bytes)) {
      if (end + piece.byteLength > size_bytes) fail(files.SizeMismatch, { sizeBytes: size_bytes });
      await blob.write(end, piece);
      end += piece.byteLength;
      if (end - noted >= noteEachBytes) await keep();
    }
    await keep();
  } catch (error) {
    if (error instanceof BlobsFull) await keep().catch(() => undefined);
    throw error;
  } finally {
    await blob.close();
  }
  return end;
}

async function* untilCut(bytes: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  try {
    yield* bytes as unknown as AsyncIterable<Uint8Array>;
  } catch {
    // Whoever sent them is gone, and will ask how much came.
  }
}
