import { z } from "zod";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { Timestamp } from "../kit/text.ts";
import { WorkspaceId } from "../workspaces/roles.ts";
import {
  File,
  FileId,
  FileIdTaken,
  FileInUse,
  FileNotFound,
  FileTooLarge,
  FileUpload,
  FileVariant,
  fileLimits,
  ImageTooLarge,
  OffsetMismatch,
  SizeMismatch,
  StorageFull,
} from "./file.ts";
import { FileName } from "./name.ts";

export const createFile = defineRoute("files.create", {
  http: "POST /workspaces/:workspaceId/files",
  summary: "Begin to send a file",
  description:
    "Its bytes follow by `PUT /files/{fileId}/content`. A file that no message holds is deleted after a day.",
  permission: FileUpload,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    id: FileId.optional().meta({ description: "Chosen by the client, so that a repeated request is the same file." }),
    name: FileName,
    sizeBytes: z.int().min(1),
  }),
  output: File,
  status: 201,
  errors: [FileTooLarge, FileIdTaken],
  limit: limits.upload,
  idempotent: true,
  example: { name: "Tide table.pdf", sizeBytes: 48_213 },
});

export const uploadFile = defineRoute("files.upload", {
  http: "PUT /files/:fileId/content",
  summary: "Send the bytes of a file, or the next of them",
  description:
    "The body is the bytes as they are, in one request or in several, each from where the last one ended. What came before a connection broke is kept: `GET /files/{fileId}` tells how much. With the last byte the file is looked at, a picture is drawn anew without what it tells of its place and camera, and the file is `ready`.",
  input: z.strictObject({
    fileId: FileId,
    offset: z.coerce.number().int().min(0).meta({ description: "Where the bytes begin: the file's `receivedBytes`." }),
  }),
  body: "bytes",
  output: File,
  errors: [FileNotFound, OffsetMismatch, SizeMismatch, ImageTooLarge, StorageFull],
  limit: limits.uploadPart,
  example: { offset: 0 },
});

export const getFile = defineRoute("files.get", {
  http: "GET /files/:fileId",
  summary: "A file of your own, or one of a message that you may read",
  input: z.strictObject({ fileId: FileId }),
  output: File,
  errors: [FileNotFound],
  limit: limits.read,
});

export const FileLink = z
  .object({
    id: FileId,
    variant: FileVariant,
    url: z.string().meta({ description: "Below the server's origin. A secret: whoever has it may fetch the file." }),
    expiresAt: Timestamp,
  })
  .meta({ id: "FileLink" });
export type FileLink = z.output<typeof FileLink>;

export const linkFiles = defineRoute("files.link", {
  http: "POST /files/links",
  summary: "Addresses to fetch files from, for ten minutes",
  description: "A file that you may not read, or that has no preview, is left out.",
  input: z.strictObject({
    files: z
      .array(z.strictObject({ id: FileId, variant: FileVariant.default("original") }))
      .min(1)
      .max(fileLimits.links),
  }),
  output: z.object({ links: z.array(FileLink) }).meta({ id: "FileLinks" }),
  limit: limits.read,
  example: { files: [{ id: "01930c2e-7a54-7c3b-9d0a-3f5b8e2c1d47", variant: "preview" }] },
});

export const deleteFile = defineRoute("files.delete", {
  http: "DELETE /files/:fileId",
  summary: "Delete a file of your own that no message holds",
  input: z.strictObject({ fileId: FileId }),
  output: z.null(),
  errors: [FileNotFound, FileInUse],
  limit: limits.write,
});
