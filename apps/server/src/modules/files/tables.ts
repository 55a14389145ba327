import type { files } from "@althing/contract";
import type { Generated } from "kysely";

export type FileRow = {
  id: string;
  workspace_id: string;
  /** Who sent it. */
  account_id: string;
  name: string;
  /** As was said, and once it is ready as it is kept: a picture is drawn anew. */
  size_bytes: number;
  /** So much is on disk. */
  received_bytes: number;
  state: "uploading" | "ready" | "failed";
  media_type: string | null;
  kind: files.FileKind;
  width: number | null;
  height: number | null;
  /** Where its bytes lie: first those that come in, in the end those that are given out. */
  content_key: string;
  preview_key: string | null;
  /** The request that may write; the newest one. */
  writer: string | null;
  /** When something took it as its own, for good. */
  attached_at: Date | null;
  created_at: Date;
};

export type FileTables = {
  files: {
    [Column in keyof FileRow]: Column extends "received_bytes" | "state" | "kind"
      ? Generated<FileRow[Column]>
      : FileRow[Column];
  };
};
