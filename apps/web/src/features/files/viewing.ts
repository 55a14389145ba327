import type { files } from "@althing/contract";
import { createOpener } from "../../shell/index.ts";

/** Pictures are looked at one by one, from the one that was pressed. */
export const viewing = createOpener<{
  messageId: string;
  images: readonly files.Attachment[];
  at: string;
}>();
