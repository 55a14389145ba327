import type { Workspace } from "@althing/sdk";
import { useCallback, useSyncExternalStore } from "react";
import { type Connection, useConnection, useWorkspace } from "../../../../connection/index.ts";
import { Drafts, draftKey } from "./drafts.ts";

const opened = new WeakMap<Workspace, Drafts>();

function draftsOf(workspace: Workspace, { storage }: Connection): Drafts {
  const drafts = opened.get(workspace) ?? new Drafts(storage, `${workspace.state.accountId}:${workspace.id}`);
  opened.set(workspace, drafts);
  return drafts;
}

const useDrafts = (): Drafts => draftsOf(useWorkspace(), useConnection());

/** The text that waits under a key (see `draftKey`), and the way to change it; empty is none. */
export function useDraft(key: string): [text: string, write: (text: string) => void] {
  const drafts = useDrafts();
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.read(key));
  return [text, useCallback((next: string) => drafts.write(key, next), [drafts, key])];
}

/** Whether something unsent waits in a room, or with `parentId` in a thread. */
export function useHasDraft(roomId: string, parentId?: string): boolean {
  const drafts = useDrafts();
  return useSyncExternalStore(drafts.subscribe, () => drafts.read(draftKey(roomId, parentId)).trim() !== "");
}
