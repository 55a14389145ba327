export { Connection, WorkspaceMissing } from "./connection.ts";
export { ConnectionContext, useClient, useConnection, useLive, useLiveStatus } from "./connection-context.ts";
export { readBase64 } from "./read-base64.ts";
export { useRefreshOn } from "./use-refresh-on.ts";
export { isShallowEqual, useOutbox, useReplica, useWorkspace, WorkspaceContext } from "./workspace-context.ts";
