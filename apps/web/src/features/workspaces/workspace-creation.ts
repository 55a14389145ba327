import { createOpener } from "../../shell/index.ts";

export const workspaceCreation = createOpener<true>();
