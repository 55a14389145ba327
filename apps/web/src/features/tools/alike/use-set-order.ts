import type { tools } from "@althing/contract";
import { useClient, useWorkspace } from "../../../connection/index.ts";
import { precedencesFor } from "./reorder.ts";

/** Has sources preferred in this order. */
export function useSetOrder(): (ordered: readonly tools.ToolSource[]) => Promise<void> {
  const { tools: api } = useClient();
  const { id: workspaceId } = useWorkspace();
  return async (ordered) => {
    for (const { source, precedence } of precedencesFor(ordered))
      await api.updateToolSource({ workspaceId, sourceId: source.id, precedence });
  };
}
