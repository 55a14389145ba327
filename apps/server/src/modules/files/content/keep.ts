// The bytes that all came, looked at and laid down as they will be given out.
import { randomBytes } from "node:crypto";
import type { Blobs } from "../../../platform/blobs/index.ts";
import { unknown } from "../policy.ts";
import type { FileRow } from "../tables.ts";
import { drawImage } from "./draw.ts";
import { recognise } from "./recognise.ts";

/** What is known of a file once it is kept. */
export type Kept = Pick<
  FileRow,
  "media_type" | "kind" | "width" | "height" | "size_bytes" | "content_key" | "preview_key"
>;

/** Says nothing of what lies there, and nobody finds it by trying. */
export const newKey = (): string => randomBytes(16).toString("hex");

/**
 * Lays the contents down under keys of their own before it looks at them, so that a request which still writes where they
 * came in changes nothing of what was seen.
 */
export async function keepContent(blobs: Blobs, { content_key, size_bytes }: FileRow): Promise<Kept | "too large"> {
  const key = newKey();
  await blobs.copy(content_key, key);
  const content = await recognise(blobs.read(key));
  const drawing = content.kind === "image" ? await drawImage(blobs.read(key)) : undefined;
  if (drawing === "too large") {
    await blobs.remove([key]);
    return drawing;
  }
  if (drawing === undefined || drawing === "unreadable") {
    // What says that it is a picture and is none is nothing that we know.
    const { mediaType, kind } = drawing === undefined ? content : unknown;
    const unseen = { width: null, height: null, preview_key: null };
    return { media_type: mediaType, kind, size_bytes, content_key: key, ...unseen };
  }
  const { original, preview, width, height } = drawing;
  const previewKey = newKey();
  await blobs.put(key, original);
  await blobs.put(previewKey, preview);
  return {
    media_type: content.mediaType,
    kind: content.kind,
    size_bytes: original.byteLength,
    width,
    height,
    content_key: key,
    preview_key: previewKey,
  };
}
