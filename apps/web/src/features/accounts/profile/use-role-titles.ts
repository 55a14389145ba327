import { isShallowEqual, useReplica, useWorkspace } from "../../../connection/index.ts";
import { useRoleTitle } from "../person/use-role-title.ts";

/** What someone's roles in this workspace are called. */
export function useRoleTitles(accountId: string): readonly string[] {
  const { id } = useWorkspace();
  const roles = useReplica(({ members }) => members[id]?.[accountId]?.roles ?? [], isShallowEqual);
  return roles.map(useRoleTitle());
}
