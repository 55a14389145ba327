// Rooms that someone has marked unread here: looking at them does not read them again until they are opened anew.
import { useSyncExternalStore } from "react";

const held = new Set<string>();
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

export function holdUnread(roomId: string): void {
  held.add(roomId);
  tell();
}

export function releaseUnread(roomId: string): void {
  if (held.delete(roomId)) tell();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useIsUnreadHeld = (roomId: string): boolean => useSyncExternalStore(subscribe, () => held.has(roomId));
