import { isShallowEqual, useReplica, useWorkspace } from "../../../connection/index.ts";

/** What someone's roles in this workspace are called. */
export function useRoleTitles(accountId: string): readonly string[] {
  const { id } = useWorkspace();
  return useReplica(({ members, roles }) => {
    const titleOf = (name: string) => roles[id]?.find((role) => role.name === name)?.title ?? name;
    return (members[id]?.[accountId]?.roles ?? []).map(titleOf);
  }, isShallowEqual);
}
