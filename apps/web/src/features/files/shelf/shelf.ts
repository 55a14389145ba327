/** Files beside a draft until they are sent with it. What brings them to the server comes later, and only where it is wanted. */
import type { files } from "@althing/contract";
import type { Workspace } from "@althing/sdk";
import { useSyncExternalStore } from "react";
import { useWorkspace } from "../../../connection/index.ts";

export type Shelved = {
  readonly id: string;
  readonly name: string;
  readonly kind: files.FileKind;
  readonly sizeBytes: number;
  readonly sentBytes: number;
  /** Once the server has it whole. */
  readonly attachment: files.Attachment | undefined;
  /** Why it will not get there. */
  readonly problem: unknown;
};

const nothing: readonly Shelved[] = [];

export class Shelves {
  readonly #held = new Map<string, readonly Shelved[]>();
  readonly #listeners = new Set<(key: string) => void>();

  readonly subscribe = (listener: (key: string) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What lies beside a draft, by the draft's key. */
  read(key: string): readonly Shelved[] {
    return this.#held.get(key) ?? nothing;
  }

  write(key: string, items: readonly Shelved[]): void {
    this.#held.set(key, items);
    for (const listener of this.#listeners) listener(key);
  }
}

const opened = new WeakMap<Workspace, Shelves>();

export function shelvesOf(workspace: Workspace): Shelves {
  const shelves = opened.get(workspace) ?? new Shelves();
  opened.set(workspace, shelves);
  return shelves;
}

export function useShelf(key: string): readonly Shelved[] {
  const shelves = shelvesOf(useWorkspace());
  return useSyncExternalStore(shelves.subscribe, () => shelves.read(key));
}

/** Whether files go with a draft, and whether all of them can. Does not hear of how far each is. */
export function useShelfState(key: string): "empty" | "unfinished" | "ready" {
  const shelves = shelvesOf(useWorkspace());
  return useSyncExternalStore(shelves.subscribe, () => {
    const items = shelves.read(key);
    if (items.length === 0) return "empty";
    return items.every(({ attachment }) => attachment) ? "ready" : "unfinished";
  });
}
