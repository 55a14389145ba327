import { useCallback, useEffect, useState } from "react";
import { useReplica, useWorkspace } from "../../../connection/index.ts";

/** The workspace's providers, or one's own; undefined until they are loaded. */
export function useProviders(personal: boolean) {
  const { id, windows } = useWorkspace();
  const known = useReplica((replica) => replica.providers[id]);
  const [error, setError] = useState<unknown>();
  const load = useCallback(() => {
    setError(undefined);
    windows.openModels(id).catch(setError);
  }, [windows, id]);
  const isUnknown = known === undefined;
  useEffect(() => {
    if (isUnknown) load();
  }, [isUnknown, load]);
  return { providers: known?.filter(({ ownerId }) => (ownerId !== null) === personal), error, load };
}
