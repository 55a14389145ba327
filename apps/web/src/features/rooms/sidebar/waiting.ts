import type { rooms } from "@althing/contract";

/** What a row shows of what waits in its room. */
export type Waiting = { calls: number; hasUnread: boolean; threads: number };

type Loud = Pick<rooms.MyRoom, "kind" | "placement">;

/** Mentions call, and so does every message to you alone; in muted rooms only mentions do. */
export function waitingIn(
  { kind, placement }: Loud,
  unread: Pick<rooms.Unread, "count" | "mentions" | "threads">,
): Waiting {
  const isDirect = kind === "dm" || kind === "group";
  return {
    calls: isDirect && !placement.muted ? Math.max(unread.count, unread.mentions) : unread.mentions,
    hasUnread: unread.count > 0 && !placement.muted,
    threads: placement.muted ? 0 : unread.threads,
  };
}

export const isWaiting = ({ calls, hasUnread, threads }: Waiting): boolean => calls > 0 || hasUnread || threads > 0;
