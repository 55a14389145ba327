import { useSyncExternalStore } from "react";

let drafted: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** In which rooms one has begun to write: told by the composer, which is of a later feature. */
export function tellDraftedRooms(roomIds: Iterable<string>): void {
  drafted = new Set(roomIds);
  for (const listener of listeners) listener();
}

export const useHasDraft = (roomId: string): boolean => useSyncExternalStore(subscribe, () => drafted.has(roomId));
