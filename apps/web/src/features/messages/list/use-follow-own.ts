import { useEffect, useRef } from "react";
import { useOutbox } from "../../../connection/index.ts";

/** Who writes wants to see it: calls `follow` with each message that one sends to the room, or with `parentId` to the thread. */
export function useFollowOwn(roomId: string, parentId: string | undefined, follow: () => unknown): void {
  const mine = useOutbox().filter(({ draft }) => draft.roomId === roomId && draft.parentId === parentId);
  const newest = mine.at(-1)?.id;
  const known = useRef(newest);
  const latest = useRef(follow);
  latest.current = follow;
  useEffect(() => {
    if (newest !== undefined && newest !== known.current) latest.current();
    known.current = newest;
  }, [newest]);
}
