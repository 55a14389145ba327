// Sends a file whole, whatever the line does meanwhile: in pieces, each from where the server says that the last one ended.
import { files } from "@althing/contract";
import { v7 as uuid } from "uuid";
import { backoffMs } from "../backoff.ts";
import type { Client } from "../client.ts";
import { type Clock, delay, systemClock } from "../clock.ts";
import { type AlthingError, isProblem, mayPassLater } from "../errors.ts";

export type Upload = {
  workspaceId: string;
  file: Blob;
  /** As people see it; the file's own name unless told. */
  name?: string;
  /** Names this upload: given again, with the same file, it goes on where it was. Made anew unless given. */
  id?: string;
  /** Told at the beginning and after each piece. */
  onProgress?: (sentBytes: number, totalBytes: number) => void;
  signal?: AbortSignal | undefined;
  clock?: Clock;
  random?: () => number;
};

/** A piece takes about a second, so that progress is seen to move on a slow line, and a fast one is not held up. */
const piece = { firstBytes: 256 * 1024, mostBytes: 4 * 1024 * 1024, shortMs: 500, longMs: 2_000 } as const;
/** In a row, without a byte that came through. */
const mostFaults = 10;

/**
 * Resolves with the file when it is ready to be sent in a message. Rejects with an `AlthingError` when the server refuses
 * it, a `NetworkError` when the line stays down for minutes, or the signal's reason.
 */
export async function uploadFile(client: Client, upload: Upload): Promise<files.File> {
  const { workspaceId, file, id = uuid(), onProgress, signal, clock = systemClock, random = Math.random } = upload;
  const options = signal ? { signal } : {};
  const begin = { id, workspaceId, name: upload.name ?? nameOf(file), sizeBytes: file.size };
  let known: files.File | undefined = await client.files.createFile(begin, options);
  let pieceBytes: number = piece.firstBytes;
  for (let faults = 0; ; ) {
    try {
      known ??= await client.files.getFile({ fileId: id }, options);
      if (known.state === "ready") break;
      const { receivedBytes: offset } = known;
      onProgress?.(offset, file.size);
      const startedAt = clock.now();
      const bytes = file.slice(offset, offset + pieceBytes);
      known = await client.files.uploadFile({ fileId: id, offset }, { ...options, bytes });
      pieceBytes = nextPiece(pieceBytes, clock.now() - startedAt);
      faults = 0;
    } catch (error) {
      signal?.throwIfAborted();
      if (!mayGoOn(error) || ++faults > mostFaults) throw error;
      known = undefined;
      pieceBytes = piece.firstBytes;
      await delay(clock, (error as Partial<AlthingError>).retryAfterMs ?? backoffMs(faults, random), signal);
    }
  }
  onProgress?.(file.size, file.size);
  return known;
}

/** An upload that is ready, as a message shows it. */
export function attachmentOf(file: files.File): files.Attachment {
  const { id, name, kind, sizeBytes, width, height, hasPreview } = file;
  const mediaType = file.mediaType ?? "application/octet-stream";
  return { id, name, mediaType, kind, sizeBytes, width, height, hasPreview, transcript: null };
}

const nameOf = (file: Blob): string => ("name" in file && typeof file.name === "string" && file.name) || "file";

function nextPiece(bytes: number, tookMs: number): number {
  if (tookMs < piece.shortMs) return Math.min(bytes * 2, piece.mostBytes);
  return tookMs > piece.longMs ? Math.max(bytes / 2, piece.firstBytes) : bytes;
}

/** A full disk passes too, but not while somebody waits. */
const mayGoOn = (error: unknown): boolean =>
  isProblem(error, files.OffsetMismatch) || (mayPassLater(error) && !isProblem(error, files.StorageFull));
