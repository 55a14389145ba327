export { findKept, forgetKept, type Kept } from "./kept.ts";
export { bodyOfReads } from "./snapshot.ts";
export type { Windows } from "./windows.ts";
export { openWorkspace, type Workspace, type WorkspaceOptions } from "./workspace.ts";
