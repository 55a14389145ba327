import { useReplica, useWorkspace } from "../../connection/index.ts";

/** Whether you hold a permission in this workspace, such as `room.create`. The server asks again. */
export function usePermission(permission: string): boolean {
  const { id } = useWorkspace();
  return useReplica(({ workspaces }) => workspaces[id]?.permissions.includes(permission) ?? false);
}
