import type { tools } from "@althing/contract";
import type { UseQueryResult } from "@tanstack/react-query";
import { useClient, useReplica, useWorkspace } from "../../../connection/index.ts";
import { useToldQuery } from "../use-told-query.ts";

/** What is said of tools, also in the rooms that one sees; what others say there is not told, and found on the next look. */
export function usePolicies(): UseQueryResult<readonly tools.ToolPolicy[]> {
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const told = useReplica(({ toolPolicies }) => toolPolicies[workspaceId]);
  return useToldQuery(["tools.list_policies", workspaceId], told, () => client.tools.listToolPolicies({ workspaceId }));
}
