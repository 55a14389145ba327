// The door of pictures: small ones, drawn anew from what people send, that anyone may fetch who knows the address.
import { defineModule } from "../../kernel/module.ts";
import { deleteUnused, deleteUnusedSchedule } from "./jobs/delete-unused.ts";
import { createPictures } from "./migrations/001_pictures.ts";
import { findBytes } from "./store.ts";

export { loadDecoder } from "./decoder.ts";
export { drawPicture, type Frame } from "./drawing.ts";
export { upsertPicture as keepPicture } from "./store.ts";
export { pictureUses } from "./uses.ts";

const folder = "pictures";
const name = /^([0-9a-f]{64})\.webp$/;

export const pictureUrl = (hash: string): string => `/media/${folder}/${hash}.webp`;

export const picturesModule = defineModule({
  name: "pictures",
  migrations: [createPictures],
  media: {
    folder,
    async find(platform, file) {
      const hash = name.exec(file)?.[1];
      const bytes = hash && (await platform.read((tx) => findBytes(tx, hash)));
      return bytes ? { mediaType: "image/webp", bytes: new Blob([bytes]) } : undefined;
    },
  },
  jobs: [deleteUnused],
  schedules: [deleteUnusedSchedule],
});
