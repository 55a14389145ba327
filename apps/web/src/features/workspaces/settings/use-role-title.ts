import { useReplica, useWorkspace } from "../../../connection/index.ts";

/** What a role is called, by its name. */
export function useRoleTitle(): (name: string) => string {
  const { id } = useWorkspace();
  const roles = useReplica((replica) => replica.roles[id]);
  return (name) => roles?.find((role) => role.name === name)?.title ?? name;
}
