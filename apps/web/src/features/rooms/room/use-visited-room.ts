import type { rooms } from "@althing/contract";
import { useCallback, useEffect, useState } from "react";
import { useWorkspace } from "../../../connection/index.ts";
import { useRoom } from "../use-room.ts";

/** A room by its address: a public channel that one has not joined is fetched, to look at. */
export function useVisitedRoom(roomId: string): {
  room: rooms.MyRoom | undefined;
  problem: unknown;
  retry: () => void;
} {
  const { windows } = useWorkspace();
  const room = useRoom(roomId);
  const [failed, setFailed] = useState<{ roomId: string; problem: unknown }>();
  const isKnown = room !== undefined;
  const visit = useCallback(
    () => void windows.visitRoom(roomId).catch((problem: unknown) => setFailed({ roomId, problem })),
    [windows, roomId],
  );
  useEffect(() => {
    if (!isKnown) visit();
  }, [isKnown, visit]);
  const retry = () => {
    setFailed(undefined);
    visit();
  };
  return { room, problem: room === undefined && failed?.roomId === roomId ? failed.problem : undefined, retry };
}
