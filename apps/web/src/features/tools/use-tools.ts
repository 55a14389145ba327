import type { tools } from "@althing/contract";
import type { UseQueryResult } from "@tanstack/react-query";
import { useClient, useReplica, useWorkspace } from "../../connection/index.ts";
import { useToldQuery } from "./use-told-query.ts";

/** The tools of the workspace, or of one source; whatever is done with them changes their source. */
export function useTools(sourceId?: tools.ToolSourceId): UseQueryResult<readonly tools.Tool[]> {
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const told = useReplica(({ toolSources }) =>
    sourceId ? toolSources[workspaceId]?.find(({ id }) => id === sourceId) : toolSources[workspaceId],
  );
  return useToldQuery(["tools.list", workspaceId, sourceId], told, () =>
    client.tools.listTools({ workspaceId, ...(sourceId && { sourceId }) }),
  );
}

/** Which tools do the same, and which of them is preferred. */
export function useToolConflicts(): UseQueryResult<readonly tools.ToolConflict[]> {
  const client = useClient();
  const { id: workspaceId } = useWorkspace();
  const told = useReplica(({ toolSources }) => toolSources[workspaceId]);
  return useToldQuery(["tools.list_conflicts", workspaceId], told, () =>
    client.tools.listToolConflicts({ workspaceId }),
  );
}
