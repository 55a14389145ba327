import type { Outgoing, Replica, Workspace } from "@althing/sdk";
import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import { useSyncExternalStoreWithSelector } from "use-sync-external-store/shim/with-selector";

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The workspace on screen. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("useWorkspace is used outside of a workspace");
  return workspace;
}

/**
 * A part of what is known, and again when that part changes. What `select` makes anew at each call, such as a filtered
 * list, needs an `isEqual` (see `isShallowEqual`), else every event renders.
 */
export function useReplica<Part>(
  select: (replica: Replica) => Part,
  isEqual: (one: Part, other: Part) => boolean = Object.is,
): Part {
  const workspace = useWorkspace();
  const subscribe = useCallback((listener: () => void) => workspace.subscribe(listener), [workspace]);
  const read = () => workspace.state;
  return useSyncExternalStoreWithSelector(subscribe, read, read, select, isEqual);
}

/** Arrays by their items, records by their values. */
export function isShallowEqual<Part extends object>(one: Part, other: Part): boolean {
  const keys = Object.keys(one) as (keyof Part)[];
  return keys.length === Object.keys(other).length && keys.every((key) => Object.is(one[key], other[key]));
}

/** Messages that are not with the server yet, in the order they were written. */
export function useOutbox(): readonly Outgoing[] {
  const { outbox } = useWorkspace();
  return useSyncExternalStore(
    useCallback((listener: () => void) => outbox.onChange(listener), [outbox]),
    () => outbox.entries,
  );
}
