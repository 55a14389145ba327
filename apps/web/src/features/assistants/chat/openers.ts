import type { assistants, messages } from "@althing/contract";
import { createOpener } from "../../../shell/index.ts";

/** Ask in other words, going on from what stood before the question. */
export const rewording = createOpener<{ message: messages.Message; afterId: string | null }>();

/** Ask another model or assistant the same, to see both answers side by side. */
export const comparing = createOpener<{ run: assistants.Run }>();
