import { z } from "zod";
import { AccountRef } from "../accounts/account.ts";
import { defineError } from "../kit/error.ts";
import { defineId } from "../kit/id.ts";
import { definePermission } from "../kit/permission.ts";
import { Timestamp } from "../kit/text.ts";
import { ToldFailure } from "../kit/told-failure.ts";
import { WorkspaceId } from "../workspaces/roles.ts";

export const FileId = defineId("FileId");
export type FileId = z.output<typeof FileId>;

export const fileLimits = {
  /** Unless the installation says otherwise. */
  bytes: 100 * 1024 * 1024,
  perMessage: 20,
  /** Of a picture, over all its frames together. */
  pixels: 40_000_000,
  /** The longer side of a preview, at most. */
  previewPixels: 800,
  links: 100,
  linkSeconds: 600,
} as const;

export const FileUpload = definePermission("file.upload", {
  on: "workspace",
  description: "Send files",
  roles: ["admin", "member", "guest"],
});

export const FileNotFound = defineError("file_not_found", {
  status: 404,
  title: "There is no such file",
  message: "Check the id: it was deleted, was never sent, or is not visible to you.",
});
export const FileTooLarge = defineError("file_too_large", {
  status: 422,
  title: "This file is too large",
  message: "Make it smaller, or send it in several files.",
  data: z.object({ limitBytes: z.int() }),
});
export const FileIdTaken = defineError("file_id_taken", {
  status: 409,
  title: "This file id is taken",
  message: "Make a new id for each new file; the same id means the same file.",
});
export const OffsetMismatch = defineError("offset_mismatch", {
  status: 409,
  title: "The bytes do not continue what is there",
  message: "Go on at `receivedBytes`: so much of the file is kept.",
  data: z.object({ receivedBytes: z.int() }),
});
export const SizeMismatch = defineError("size_mismatch", {
  status: 422,
  title: "The file has more bytes than was said",
  message: "Begin again with the size that the file has now.",
  data: z.object({ sizeBytes: z.int() }),
});
export const ImageTooLarge = defineError("image_too_large", {
  status: 422,
  title: "This picture has too many pixels",
  message: "Make it smaller in width and height, or in frames if it is animated.",
  data: z.object({ limitPixels: z.int() }),
});
export const FileInUse = defineError("file_in_use", {
  status: 409,
  title: "A message holds this file",
  message: "Delete the message, and the file goes with it.",
});
export const StorageFull = defineError("storage_full", {
  status: 507,
  title: "The server has no room for this file",
  message: "What arrived is kept. Tell whoever runs this server, and try again once there is room.",
  retry: true,
});

export const FileKind = z.enum(["image", "audio", "video", "pdf", "text", "other"]);
export type FileKind = z.output<typeof FileKind>;

const pixels = z.int().nullable().meta({ description: "In pixels; of pictures only." });
const traits = {
  id: FileId,
  name: z.string(),
  kind: FileKind.meta({ description: "By what it holds, whatever its name says; `other` until that is known." }),
  sizeBytes: z.int(),
  width: pixels,
  height: pixels,
  hasPreview: z.boolean(),
};
const mediaType = z.string().meta({ description: "By what it holds.", examples: ["image/jpeg"] });

/** How it goes with writing down a voice note, for everyone who sees it. */
export const Writing = z
  .object({
    state: z.enum(["running", "failed"]),
    failure: ToldFailure.nullable(),
  })
  .meta({ id: "Writing" });
export type Writing = z.output<typeof Writing>;

/** A file as a message holds it. */
export const Attachment = z
  .object({
    ...traits,
    mediaType,
    transcript: z
      .string()
      .nullable()
      .meta({ description: "What is said in a voice note, once it was written down; null until then." }),
    writing: Writing.optional().meta({
      description: "Of a voice note that is being written down, or could not be; absent else.",
    }),
  })
  .meta({ id: "Attachment" });
export type Attachment = z.output<typeof Attachment>;

export const File = z
  .object({
    ...traits,
    workspaceId: WorkspaceId,
    mediaType: mediaType.nullable(),
    receivedBytes: z.int().meta({ description: "So much is kept; an upload goes on from here." }),
    state: z.enum(["uploading", "ready", "failed"]),
    createdAt: Timestamp,
    by: AccountRef,
  })
  .meta({ id: "File" });
export type File = z.output<typeof File>;

export const FileVariant = z.enum(["original", "preview"]);
export type FileVariant = z.output<typeof FileVariant>;
