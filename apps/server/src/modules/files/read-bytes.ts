import { errors, files } from "@althing/contract";
import { fail } from "../../kernel/failure.ts";
import type { Platform } from "../../kernel/platform.ts";
import { selectFiles } from "./store.ts";

/** The bytes of a file that is ready. The rights are the caller's to ask for; so is that they fit into memory. */
export async function readFileBytes(
  platform: Platform,
  fileId: string,
  variant: files.FileVariant,
  limitBytes: number,
  signal?: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  const [row] = await platform.read((tx) => selectFiles(tx, [fileId]));
  const key = variant === "preview" ? row?.preview_key : row?.content_key;
  if (row?.state !== "ready" || !key) return fail(files.FileNotFound);
  const blob = platform.blobs.read(key);
  // One byte more than is allowed tells that there are too many, whatever their number was said to be.
  const bytes = new Uint8Array(await blob.slice(0, limitBytes + 1).arrayBuffer());
  signal?.throwIfAborted();
  return bytes.byteLength > limitBytes ? fail(errors.PayloadTooLarge, { limitBytes }) : bytes;
}

/** The beginning of a file that is ready. */
export async function readFileStart(platform: Platform, fileId: string, lengthBytes: number): Promise<Uint8Array> {
  const [row] = await platform.read((tx) => selectFiles(tx, [fileId]));
  if (row?.state !== "ready") return fail(files.FileNotFound);
  return new Uint8Array(await platform.blobs.read(row.content_key).slice(0, lengthBytes).arrayBuffer());
}
