import { useSyncExternalStore } from "react";

/** A dialog that is opened from many places and shown in one: where it is shown calls `useOpened`. */
export type Opener<Subject> = { open(subject: Subject): void; close(): void; useOpened(): Subject | undefined };

export function createOpener<Subject>(): Opener<Subject> {
  const listeners = new Set<() => void>();
  let opened: Subject | undefined;
  const set = (next: Subject | undefined) => {
    opened = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { open: set, close: () => set(undefined), useOpened: () => useSyncExternalStore(subscribe, () => opened) };
}
