export { bodyOfReads } from "./snapshot.ts";
export { findKept, forgetKept, type Kept } from "./kept.ts";
export type { Windows } from "./windows.ts";
export { openWorkspace, type Workspace, type WorkspaceOptions } from "./workspace.ts";
