import { unreadOf } from "@althing/sdk";
import { useEffect, useSyncExternalStore } from "react";
import { useReplica, useWorkspace } from "../../../connection/index.ts";
import { useIsUnreadHeld } from "./held-unread.ts";

/** How long one looks at the end before it counts as read. */
const glanceMs = 600;

/** Reads a room while its end is in sight of someone who is here, unless they marked it unread by hand. */
export function useMarkRead(roomId: string, isEndInSight: boolean): void {
  const workspace = useWorkspace();
  const isHere = useIsHere();
  const isHeld = useIsUnreadHeld(roomId);
  const isUnread = useReplica((replica) => unreadOf(replica, roomId).count > 0);
  const lastSeq = useReplica(({ timelines, messages }) => messages[timelines[roomId]?.ids.at(-1) ?? ""]?.seq);
  const isWanted = isEndInSight && isHere && !isHeld && isUnread;
  useEffect(() => {
    if (!isWanted || lastSeq === undefined) return;
    // What fails is tried again with the next message, or when one comes back.
    const timer = setTimeout(() => workspace.markRead(roomId, lastSeq).catch(() => undefined), glanceMs);
    return () => clearTimeout(timer);
  }, [isWanted, lastSeq, workspace, roomId]);
}

const subscribe = (listener: () => void) => {
  const events = ["focus", "blur"] as const;
  for (const event of events) window.addEventListener(event, listener);
  document.addEventListener("visibilitychange", listener);
  return () => {
    for (const event of events) window.removeEventListener(event, listener);
    document.removeEventListener("visibilitychange", listener);
  };
};

/** Whether this window has the person's attention. */
export const useIsHere = (): boolean =>
  useSyncExternalStore(subscribe, () => document.visibilityState === "visible" && document.hasFocus());
