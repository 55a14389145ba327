import { useCallback, useEffect, useMemo, useState } from "react";
import { useReplica, useWorkspace } from "../../../connection/index.ts";

/** The prompts one may use, by title; undefined until they are loaded. */
export function usePrompts() {
  const { id, windows } = useWorkspace();
  const known = useReplica(({ prompts }) => prompts[id]);
  const [error, setError] = useState<unknown>();
  const load = useCallback(() => {
    setError(undefined);
    windows.openPrompts(id).catch(setError);
  }, [windows, id]);
  const isUnknown = known === undefined;
  useEffect(() => {
    if (isUnknown) load();
  }, [isUnknown, load]);
  const prompts = useMemo(() => known?.toSorted((one, other) => one.title.localeCompare(other.title)), [known]);
  return { prompts, error, load };
}
