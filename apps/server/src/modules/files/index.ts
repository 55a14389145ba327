// The door of files: what people send along, kept as bytes by random keys, and given out by signed links to whoever may read.
import { files } from "@althing/contract";
import { outside, read, write } from "../../kernel/binding.ts";
import { defineModule } from "../../kernel/module.ts";
import { createFile } from "./actions/create-file.ts";
import { deleteFile } from "./actions/delete-file.ts";
import { uploadFile } from "./actions/upload-file.ts";
import { deleteOrphans, deleteOrphansSchedule } from "./jobs/delete-orphans.ts";
import { createFiles } from "./migrations/001_files.ts";
import { getFile } from "./queries/get-file.ts";
import { linkFiles } from "./queries/link-files.ts";
import { media } from "./serving/media.ts";

export { type Attachable, findAttachable } from "./attaching.ts";
export { readFileBytes, readFileStart } from "./read-bytes.ts";
export { updateAttached as takeFiles } from "./store.ts";
export { fileUses } from "./uses.ts";

export const filesModule = defineModule({
  name: "files",
  migrations: [createFiles],
  media,
  jobs: [deleteOrphans],
  schedules: [deleteOrphansSchedule],
  routes: [
    write(files.createFile, createFile),
    outside(files.uploadFile, uploadFile),
    read(files.getFile, getFile),
    outside(files.linkFiles, linkFiles),
    outside(files.deleteFile, deleteFile),
  ],
});
