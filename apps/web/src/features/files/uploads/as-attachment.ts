import type { files } from "@althing/contract";

/** A file as a message will hold it. */
export const asAttachment = (file: files.File): files.Attachment => {
  const { id, name, kind, sizeBytes, width, height, hasPreview, mediaType } = file;
  return { id, name, kind, sizeBytes, width, height, hasPreview, mediaType: mediaType ?? "application/octet-stream" };
};
