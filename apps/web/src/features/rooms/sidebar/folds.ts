// Which of the sections that every sidebar has are folded on this device; the API remembers it of categories.
import { useSyncExternalStore } from "react";

const key = "althing.folded-sections";
const listeners = new Set<() => void>();
let folded: ReadonlySet<string> = new Set(read());

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return Array.isArray(kept) ? kept.map(String) : ["archived"];
  } catch {
    return ["archived"];
  }
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function foldSection(id: string, isFolded: boolean): void {
  folded = new Set([...folded].filter((one) => one !== id).concat(isFolded ? id : []));
  try {
    localStorage.setItem(key, JSON.stringify([...folded]));
  } catch {
    // Without storage it holds until the next reload.
  }
  for (const listener of listeners) listener();
}

export const isFolded = (id: string): boolean => folded.has(id);
export const useIsFolded = (id: string): boolean => useSyncExternalStore(subscribe, () => folded.has(id));
