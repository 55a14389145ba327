import type { messages } from "@althing/contract";
import { createOpener } from "../../../shell/index.ts";

/** Ask in other words, going on from what stood before the question. */
export const rewording = createOpener<{ message: messages.Message; afterId: string | null }>();
