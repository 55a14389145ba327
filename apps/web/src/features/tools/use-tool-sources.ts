import type { tools } from "@althing/contract";
import { useCallback, useEffect, useState } from "react";
import { useReplica, useWorkspace } from "../../connection/index.ts";

/** Where the workspace's tools come from, the preferred first; undefined until they are loaded. */
export function useToolSources() {
  const { id, windows } = useWorkspace();
  const sources: readonly tools.ToolSource[] | undefined = useReplica((replica) => replica.toolSources[id]);
  const [error, setError] = useState<unknown>();
  const load = useCallback(() => {
    setError(undefined);
    windows.openTools(id).catch(setError);
  }, [windows, id]);
  const isUnknown = sources === undefined;
  useEffect(() => {
    if (isUnknown) load();
  }, [isUnknown, load]);
  return { sources, error, load };
}
