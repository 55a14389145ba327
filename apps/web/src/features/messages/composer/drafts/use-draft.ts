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

/** Changes a text, to another one or to what is made of what it is by then. */
export type Write = (next: string | ((now: string) => string)) => void;

/** The text that waits under a key (see `draftKey`), and the way to change it; empty is none. */
export function useDraft(key: string): [text: string, write: Write] {
  const drafts = useDrafts();
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.read(key));
  const write = useCallback<Write>(
    (next) => drafts.write(key, typeof next === "string" ? next : next(drafts.read(key))),
    [drafts, key],
  );
  return [text, write];
}

/** Whether something unsent waits in a room, or with `parentId` in a thread. */
export function useHasDraft(roomId: string, parentId?: string): boolean {
  const drafts = useDrafts();
  return useSyncExternalStore(drafts.subscribe, () => drafts.read(draftKey(roomId, parentId)).trim() !== "");
}
