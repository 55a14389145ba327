export type { Windows } from "./windows.ts";
export { openWorkspace, type Workspace, type WorkspaceOptions } from "./workspace.ts";
