import type { messages } from "@althing/contract";
import { useEffect } from "react";
import { isShallowEqual, useReplica, useWorkspace } from "../../../connection/index.ts";

/** A room's pinned messages, the last pinned first; undefined until they are loaded. */
export function usePins(roomId: string): readonly messages.Message[] | undefined {
  const { windows } = useWorkspace();
  const isKnown = useReplica(({ pins }) => pins[roomId] !== undefined);
  const pinned = useReplica(
    ({ pins, messages }) => (pins[roomId] ?? []).flatMap((id) => messages[id] ?? []),
    isShallowEqual,
  );
  useEffect(() => {
    if (!isKnown) windows.openPins(roomId).catch(() => undefined);
  }, [isKnown, windows, roomId]);
  return isKnown ? pinned : undefined;
}
