import { createOpener } from "../../../shell/index.ts";

/** Opens the dialog that runs a tool in a room; `tool` is what is chosen already, or empty. */
export const running = createOpener<{ roomId: string; tool: string }>();
