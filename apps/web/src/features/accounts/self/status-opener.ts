import { createOpener } from "../../../shell/index.ts";

/** The dialog in which one sets one's status. */
export const statusDialog = createOpener<true>();
