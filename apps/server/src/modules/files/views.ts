import type { accounts, files } from "@althing/contract";
import type { FileRow } from "./tables.ts";

/** As a message holds it; only of a file that is ready. */
export const viewAttachment = (row: FileRow): files.Attachment => ({
  ...viewTraits(row),
  mediaType: row.media_type ?? "application/octet-stream",
  transcript: null,
});

export const viewFile = (row: FileRow, by: accounts.AccountRef): files.File => ({
  ...viewTraits(row),
  workspaceId: row.workspace_id as files.File["workspaceId"],
  mediaType: row.media_type,
  receivedBytes: row.received_bytes,
  state: row.state,
  createdAt: row.created_at.toISOString(),
  by,
});

const viewTraits = (row: FileRow) => ({
  id: row.id as files.FileId,
  name: row.name,
  kind: row.kind,
  sizeBytes: row.size_bytes,
  width: row.width,
  height: row.height,
  hasPreview: row.preview_key !== null,
});
